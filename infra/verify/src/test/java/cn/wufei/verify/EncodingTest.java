package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes, hashes and signatures against vectors that were not made by this code.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EncodingTest {

  /// The leaves and roots of the reference implementation's own test of RFC 6962.
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final Map<Integer, String> ROOTS =
      Map.of(
          1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void roots_are_those_of_rfc_6962() {
    MerkleTree tree = new MerkleTree();
    for (int size = 1; size <= LEAVES.size(); size++) {
      tree.clear();
      LEAVES.subList(0, size).forEach(leaf -> add(tree, HEX.parseHex(leaf)));

      assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void every_audit_path_leads_to_the_root_and_no_other_place_does() {
    for (int size = 1; size <= 33; size++) {
      List<byte[]> leaves = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        leaves.add(new byte[] {(byte) i, 7});
      }
      byte[] root = Rfc6962.treeHash(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = Rfc6962.path(i, leaves);
        byte[] leaf = MerkleTree.leafHash(leaves.get(i));

        assertThat(MerkleTree.rootOf(leaf, i, size, path)).isEqualTo(root);
        for (int other = 0; other < size; other++) {
          if (other != i) {
            assertThat(MerkleTree.rootOf(leaf, other, size, path)).isNotEqualTo(root);
          }
        }
        path.add(new byte[32]);
        assertThat(MerkleTree.rootOf(leaf, i, size, path)).isNull();
        assertThat(MerkleTree.rootOf(leaf, -1, size, path)).isNull();
        assertThat(MerkleTree.rootOf(leaf, size, size, path)).isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',   e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
          3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,   92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
          fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
          """)
  void signatures_of_rfc_8032_are_taken_and_others_are_not(
      String key, String message, String signature) {
    byte[] bytes = HEX.parseHex(signature);
    byte[] changed = bytes.clone();
    changed[5] ^= 1;

    assertThat(isSigned(key, message, bytes)).isTrue();
    assertThat(isSigned(key, message, changed)).isFalse();
    assertThat(isSigned(key, message + "00", bytes)).isFalse();
    assertThat(isSigned(key, message, new byte[63])).isFalse();
    assertThat(isSigned(key.substring(2), message, bytes)).isFalse();
  }

  private static boolean isSigned(String key, String message, byte[] signature) {
    byte[] raw = HEX.parseHex(key);
    byte[] bytes = HEX.parseHex(message);
    boolean byTheJdk = Hashes.isSigned(bytes, signature, Hashes.publicKey(raw));
    assertThat(BlockSignature.isGood(bytes, signature, BlockSignature.key(raw)))
        .isEqualTo(byTheJdk);
    return byTheJdk;
  }

  @Test
  void numbers_and_texts_are_written_as_specified() {
    LeafWriter leaf =
        new LeafWriter()
            .i8(0x41)
            .i16(-2)
            .i32(-3)
            .i64(0x0102030405060708L)
            .text("钢渣")
            .optI64(null)
            .optI64(1L)
            .optI16((short) 2026)
            .optText(null)
            .optText("a");

    assertThat(HEX.formatHex(leaf.toBytes()))
        .isEqualTo(
            "41"
                + "fffe"
                + "fffffffd"
                + "0102030405060708"
                + "0006e992a2e6b8a3"
                + "00"
                + "010000000000000001"
                + "0107ea"
                + "00"
                + "01000161");
  }

  @Test
  void the_leaf_of_an_account_is_as_specified() {
    LeafWriter leaf = new LeafWriter();
    new AccountRow(
            3,
            258,
            "k",
            "mass-kg",
            "heap",
            7,
            null,
            8L,
            null,
            9L,
            "m",
            (short) 2026,
            (short) 1,
            1_000_000)
        .write(leaf);

    assertThat(HEX.formatHex(leaf.toBytes()))
        .isEqualTo(
            "41"
                + "0000000000000003"
                + "0000000000000102"
                + "00016b"
                + "00076d6173732d6b67"
                + "000468656170"
                + "0000000000000007"
                + "00"
                + "010000000000000008"
                + "00"
                + "010000000000000009"
                + "0100016d"
                + "0107ea"
                + "0001"
                + "00000000000f4240");
  }

  @Test
  void the_leaf_of_a_closing_is_as_specified() {
    LeafWriter leaf = new LeafWriter();
    new ClosingRow(258, 4, -1).write(leaf);

    assertThat(HEX.formatHex(leaf.toBytes()))
        .isEqualTo("43" + "0000000000000102" + "0000000000000004" + "ffffffffffffffff");
  }

  @Test
  void the_leaf_of_a_posting_says_what_the_specified_bytes_say() {
    String bytes =
        "50"
            + "0000000000000001"
            + "0000000000000102"
            + "0002"
            + "00096d6f6e65792d66656e"
            + "0000000000000003"
            + "0000000000000004"
            + "0000000000000005"
            + "0000000000000006"
            + "fffffffffffffff9"
            + "000162"
            + "000172"
            + "0000000000000008"
            + "0000000000000009"
            + "00000000000f4240"
            + "00000001"
            + "00000000000f4241"
            + "01000000000000000a";

    assertThat(PostingLeaf.of(HEX.parseHex(bytes)))
        .isEqualTo(
            new PostingLeaf(
                1,
                258,
                (short) 2,
                "money-fen",
                3,
                4,
                5,
                6,
                -7,
                "b",
                "r",
                8,
                9,
                1_000_000,
                1,
                1_000_001,
                10L));
    assertThat(PostingLeaf.of(HEX.parseHex(bytes + "00"))).isNull();
    assertThat(PostingLeaf.of(HEX.parseHex(bytes.substring(0, bytes.length() - 2)))).isNull();
    assertThat(PostingLeaf.of(HEX.parseHex("43" + bytes.substring(2)))).isNull();
  }

  @Test
  void the_hash_of_a_block_is_that_of_the_specified_bytes() {
    byte[] root = HEX.parseHex("11".repeat(32));
    BlockHeader block =
        new BlockHeader(
            1, new byte[32], 1_000_000, 5, 3, 5, 3, 0, root, new byte[32], "ab", new byte[64]);
    String bytes =
        "42"
            + "0000000000000001"
            + "00".repeat(32)
            + "00000000000f4240"
            + "0000000000000005"
            + "0000000000000003"
            + "00000005"
            + "00000003"
            + "00000000"
            + "11".repeat(32)
            + "00026162";

    assertThat(block.computedHash()).isEqualTo(Hashes.sha256().digest(HEX.parseHex(bytes)));
  }

  @Test
  void a_key_is_named_by_half_of_its_hash() {
    // SHA-256 of 32 zero bytes.
    assertThat(Hashes.keyId(new byte[32])).isEqualTo("66687aadf862bd776c8fc18b8e9f8e20");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-01T15:59:59.999999Z, 2026-03-01
          2026-03-01T16:00:00Z,        2026-03-02
          1969-12-31T15:59:59Z,        1969-12-31
          1969-12-31T16:00:00Z,        1970-01-01
          1991-07-01T15:30:00Z,        1991-07-02
          """)
  void days_are_those_of_china(Instant instant, String day) {
    assertThat(Times.day(Times.chinaDay(Times.micros(instant)))).hasToString(day);
  }

  @Test
  void ids_are_written_in_base_32() {
    assertThat(Base32.format(Long.MAX_VALUE)).isEqualTo("7ZZZZZZZZZZZZ");
    assertThat(Base32.parse("7ZZZZZZZZZZZZ")).isEqualTo(Long.MAX_VALUE);
    assertThat(Base32.parse("0000000000010")).isEqualTo(32);
    assertThat(Base32.parse("8ZZZZZZZZZZZZ")).isNull();
    assertThat(Base32.parse("000000000001U")).isNull();
    assertThat(Base32.parse("10")).isNull();
  }

  @Test
  void fingerprints_tell_counts_apart_and_not_their_order() {
    Fingerprint one = new Fingerprint();
    one.add(1, 2, 5);
    one.add(1, 2, 6);
    one.add(3, 2, Long.MAX_VALUE);
    Fingerprint same = one.twin();
    same.add(3, 2, Long.MAX_VALUE);
    same.add(1, 2, 11);
    Fingerprint other = one.twin();
    other.add(3, 2, Long.MAX_VALUE);
    other.add(2, 1, 11);

    assertThat(one.isSameAs(same)).isTrue();
    assertThat(one.isSameAs(other)).isFalse();
    assertThat(one.isSameAs(new Fingerprint())).isFalse();
  }

  @Test
  void an_index_finds_what_was_added_and_nothing_else() {
    LongIndex index = new LongIndex();
    for (int i = 0; i < 100_000; i++) {
      assertThat(index.add(i * 4_194_304L, i)).isTrue();
    }

    assertThat(index.add(0, 5)).isFalse();
    for (int i = 0; i < 100_000; i++) {
      assertThat(index.find(i * 4_194_304L)).isEqualTo(i);
    }
    assertThat(index.find(1)).isEqualTo(LongIndex.ABSENT);
  }

  private static void add(MerkleTree tree, byte[] content) {
    tree.add(Objects.requireNonNull(content), 0, content.length);
  }
}
