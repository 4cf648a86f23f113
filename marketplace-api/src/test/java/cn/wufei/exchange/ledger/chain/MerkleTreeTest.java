package cn.wufei.exchange.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MerkleTreeTest {

  /// The example inputs that implementations of RFC 6962 share.
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
          2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
          3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
          4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
          5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
          6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
          7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
          8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
          """)
  void the_roots_are_those_of_the_rfc(int leaves, String root) {
    assertThat(HexFormat.of().formatHex(new MerkleTree(hashes(leaves)).root())).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 13, 64, 100})
  void each_leafs_path_leads_to_the_root(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleTree.leafHash(new byte[] {(byte) i}));
    }
    MerkleTree tree = new MerkleTree(leaves);

    for (int i = 0; i < size; i++) {
      assertThat(climbed(leaves.get(i), i, size, tree.path(i))).isEqualTo(tree.root());
    }
  }

  @Test
  void nothing_has_no_tree() {
    assertThatThrownBy(() -> new MerkleTree(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<byte[]> hashes(int count) {
    return INPUTS.stream()
        .limit(count)
        .map(input -> MerkleTree.leafHash(HexFormat.of().parseHex(input)))
        .toList();
  }

  /// The check of an audit path as RFC 9162, section 2.1.3.2, describes it.
  private static byte[] climbed(byte[] leaf, int index, int size, List<byte[]> path) {
    byte[] hash = leaf;
    int node = index;
    int last = size - 1;
    for (byte[] beside : path) {
      if ((node & 1) == 1 || node == last) {
        hash = Sha256.of(new byte[] {1}, beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Sha256.of(new byte[] {1}, hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return hash;
  }
}
