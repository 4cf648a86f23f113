package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;
import static cn.wufei.verify.ProofFiles.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that somebody wrote who has a genuine proof and wants another posting proven.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ForgedProofTest {

  @TempDir Path dir;
  private ProofFiles files;

  @BeforeEach
  void make() {
    files = new ProofFiles(dir);
  }

  /// The signed bytes of a header stay the same when they are cut in other places, and a path of a
  /// wrong length leads to no root, which must not be taken for a root of no bytes.
  @Test
  void a_header_cut_in_other_places_proves_nothing() throws IOException {
    BlockHeader genuine = files.fixture.ledger.last();
    ByteBuffer rest =
        ByteBuffer.allocate(100)
            .put(genuine.previousHash())
            .putLong(genuine.recordedAt())
            .putLong(genuine.lastPosting())
            .putLong(genuine.lastAccount())
            .putInt(genuine.postings())
            .putInt(genuine.accounts())
            .putInt(genuine.closings())
            .put(genuine.root())
            .flip();
    byte[] previousHash = new byte[64];
    rest.get(previousHash);
    BlockHeader cut =
        new BlockHeader(
            genuine.number(),
            previousHash,
            rest.getLong(),
            rest.getLong(),
            rest.getLong(),
            rest.getInt(),
            rest.getInt(),
            rest.getInt(),
            new byte[0],
            genuine.hash(),
            genuine.keyId(),
            genuine.signature());
    assertThat(cut.hasRightHash()).isTrue();
    long first = cut.lastPosting() - cut.postings() + 1;
    Rows.Posting posting = files.posting();
    Rows.Posting forged =
        new Rows.Posting(
            first - cut.accounts(),
            posting.transfer().recorded(cut.recordedAt()),
            1,
            posting.unit(),
            posting.debit(),
            posting.credit(),
            99_999_999,
            99_999_999,
            -99_999_999);
    ObjectNode proof = ProofFiles.MAPPER.createObjectNode();
    ProofFiles.putHeader(proof.putObject("block"), cut);
    proof.put("publicKey", HEX.formatHex(LedgerFixture.FIRST_KEY.publicKey()));
    proof.put("leafIndex", 0);
    proof.put("leafCount", cut.leaves());
    proof.put("leaf", HEX.formatHex(forged.leaf()));
    proof.putArray("path");
    ProofFiles.putPosting(proof.putObject("posting"), forged);

    assertThat(files.check(proof))
        .isEqualTo(
            new TestDatabase.Answer(
                VerifyLedger.NOT_CHECKED,
                "",
                "infra/verify-ledger: proof.json: previousHash is not hexadecimal of 32 bytes\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "block, previousHash",
    "block, root",
    "block, hash",
    "block, signature",
    "'', publicKey",
    "'', path"
  })
  void bytes_of_another_length_are_refused(String part, String field) throws IOException {
    for (String other : List.of("", "00", "00".repeat(31), "00".repeat(33), "00".repeat(65))) {
      ObjectNode proof = files.proof();
      if (field.equals("path")) {
        ((ArrayNode) proof.get("path")).set(0, ProofFiles.MAPPER.getNodeFactory().textNode(other));
      } else {
        within(proof, part).put(field, other);
      }

      assertThat(files.check(proof).err())
          .startsWith("infra/verify-ledger: proof.json: %s is not hexadecimal of".formatted(field));
    }
  }

  @ParameterizedTest
  @CsvSource({"postings, -1", "accounts, -2", "closings, -1", "blockNumber, 0"})
  void a_count_below_nothing_is_refused(String field, int value) throws IOException {
    ObjectNode proof = files.proof();
    within(proof, "block").put(field, value);

    assertThat(files.check(proof).err())
        .startsWith("infra/verify-ledger: proof.json: %s is not".formatted(field));
  }

  @Test
  void two_values_changed_together_are_found() throws IOException {
    Rows.Posting posting = files.posting();
    Rows.Posting twice =
        new Rows.Posting(
            posting.id(),
            posting.transfer(),
            posting.line(),
            posting.unit(),
            posting.debit(),
            posting.credit(),
            2 * posting.amount(),
            2 * posting.debitAfter(),
            2 * posting.creditAfter());
    ObjectNode leafAndFields = files.proof();
    leafAndFields.put("leaf", HEX.formatHex(twice.leaf()));
    ProofFiles.putPosting((ObjectNode) leafAndFields.get("posting"), twice);
    ObjectNode leafAndPath = leafAndFields.deepCopy();
    leafAndPath.putArray("path");
    ObjectNode leafAndRoot = leafAndPath.deepCopy();
    leafAndRoot.put("leafIndex", 0).put("leafCount", 1);
    within(leafAndRoot, "block")
        .put("postings", 1)
        .put("accounts", 0)
        .put("lastPosting", posting.id())
        .put("root", HEX.formatHex(MerkleTree.leafHash(twice.leaf())));
    ObjectNode blockOfAnother = files.proof();
    blockOfAnother.set("block", ProofFiles.headerOf(files.fixture.blocks.getFirst().header()));
    ObjectNode keyOfAnother = files.proof();
    keyOfAnother.put("publicKey", HEX.formatHex(LedgerFixture.SECOND_KEY.publicKey()));
    within(keyOfAnother, "block").put("keyId", LedgerFixture.SECOND_KEY.id());

    for (ObjectNode proof :
        List.of(leafAndFields, leafAndPath, leafAndRoot, blockOfAnother, keyOfAnother)) {
      assertThat(files.check(proof).status()).isEqualTo(VerifyLedger.VIOLATED);
    }
  }
}
