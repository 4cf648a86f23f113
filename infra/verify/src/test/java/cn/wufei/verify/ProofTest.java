package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProofTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LEAF = 5;

  @TempDir Path dir;
  private final LedgerFixture fixture = LedgerFixture.shorter();

  @Test
  void a_proof_is_told_in_words() throws IOException {
    TestDatabase.Answer answer = check(proof());

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith(
            "Posting 5, line 1 of transfer 000000000YGJA (billed, reference billed/1000010), moved 123,456 of money-fen from account 000000000YGJ8, which then held -123,456, to account 000000000YGJ7, which then held 123,456. It happened at ")
        .contains("It is row 6 of 7 in block 2, whose hash " + fixture.ledger.last().hashText())
        .contains("Not checked: whose key that is");
    assertThat(answer.status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @Test
  void ids_may_be_numbers() throws IOException {
    ObjectNode proof = proof();
    ((ObjectNode) proof.get("posting")).put("transferId", 1_000_010);

    assertThat(check(proof).status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @Test
  void every_changed_value_is_found() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (String part : List.of("", "block", "posting")) {
      for (Map.Entry<String, JsonNode> field : within(proof(), part).properties()) {
        if (field.getValue().isValueNode()) {
          ObjectNode proof = proof();
          within(proof, part).set(field.getKey(), changed(field.getValue()));
          noteUnnoticed(unnoticed, proof, part + "." + field.getKey());
        }
      }
    }
    for (int i = 0; i < proof().get("path").size(); i++) {
      ObjectNode proof = proof();
      ArrayNode path = (ArrayNode) proof.get("path");
      path.set(i, changed(path.get(i)));
      noteUnnoticed(unnoticed, proof, "path " + i);
      path.remove(i);
      noteUnnoticed(unnoticed, proof, "without path " + i);
    }

    assertThat(unnoticed).isEmpty();
  }

  @Test
  void a_leaf_of_an_account_and_a_field_that_is_not_in_the_leaf_prove_nothing() throws IOException {
    ObjectNode account = proof(0);
    ObjectNode more = proof();
    ((ObjectNode) more.get("posting")).put("note", "paid");

    assertThat(check(account).out())
        .isEqualTo("Violation: block 2: the leaf is not that of a posting\n");
    assertThat(check(more).out())
        .isEqualTo("Violation: block 2, posting 5: the leaf says nothing of note\n");
  }

  @Test
  void a_file_that_is_no_proof_is_not_checked() throws IOException {
    ObjectNode proof = proof();
    proof.remove("leaf");

    assertThat(check(proof))
        .isEqualTo(
            new TestDatabase.Answer(
                VerifyLedger.NOT_CHECKED,
                "",
                "infra/verify-ledger: proof.json: leaf is missing\n"));
    Files.writeString(dir.resolve("proof.json"), "{");
    assertThat(run().status()).isEqualTo(VerifyLedger.NOT_CHECKED);
    Files.delete(dir.resolve("proof.json"));
    assertThat(run().status()).isEqualTo(VerifyLedger.NOT_CHECKED);
  }

  @Test
  void only_a_trusted_key_is_taken_when_one_is_named() throws IOException {
    Path keyFile = dir.resolve("key");
    Files.writeString(keyFile, HEX.formatHex(LedgerFixture.FIRST_KEY.publicKey()) + "\n");

    assertThat(check(proof(), "--key", keyFile.toString()).status())
        .isEqualTo(VerifyLedger.IN_ORDER);
    assertThat(check(proof(), "--key", LedgerFixture.FIRST_KEY.id()).status())
        .isEqualTo(VerifyLedger.IN_ORDER);
    assertThat(check(proof(), "--key", LedgerFixture.SECOND_KEY.id()).out())
        .isEqualTo(
            "Violation: the signing key is %s, the only trusted one is %s\n"
                .formatted(LedgerFixture.FIRST_KEY.id(), LedgerFixture.SECOND_KEY.id()));
  }

  @Test
  void an_exported_head_of_the_same_block_must_have_the_same_hash() throws IOException {
    Path head = dir.resolve("head.json");
    HeadFiles.write(head, fixture.ledger.last(), LedgerFixture.FIRST_KEY);
    assertThat(check(proof(), "--head", head.toString()).out())
        .contains("The exported head is of that block and has that hash.");

    HeadFiles.write(head, fixture.blocks.getFirst().header(), LedgerFixture.FIRST_KEY);
    assertThat(check(proof(), "--head", head.toString()).out())
        .contains("The exported head is of block 1: whether both are of one ledger");

    HeadFiles.write(
        head,
        LedgerFixture.another(LedgerFixture.FIRST_KEY).blocks.get(1).header(),
        LedgerFixture.FIRST_KEY);
    assertThat(check(proof(), "--head", head.toString()).out())
        .startsWith("Violation: block 2: the ledger was rewritten");
  }

  private TestDatabase.Answer check(ObjectNode proof, String... more) throws IOException {
    MAPPER.writeValue(dir.resolve("proof.json").toFile(), proof);
    return run(more);
  }

  private TestDatabase.Answer run(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--proof", dir.resolve("proof.json").toString()));
    arguments.addAll(List.of(more));
    return TestDatabase.run(Map.of(), arguments.toArray(String[]::new));
  }

  private void noteUnnoticed(List<String> unnoticed, ObjectNode proof, String what)
      throws IOException {
    TestDatabase.Answer answer = check(proof);
    if (answer.status() != VerifyLedger.VIOLATED) {
      unnoticed.add(what + " -> " + answer);
    }
  }

  private static ObjectNode within(ObjectNode proof, String part) {
    return part.isEmpty() ? proof : (ObjectNode) proof.get(part);
  }

  private static JsonNode changed(JsonNode value) {
    if (value.isNull()) {
      return MAPPER.getNodeFactory().numberNode(1);
    }
    if (value.isNumber()) {
      return MAPPER.getNodeFactory().numberNode(value.longValue() + 1);
    }
    char[] text = value.textValue().toCharArray();
    int at = text[text.length - 1] == 'Z' ? text.length - 2 : text.length - 1;
    text[at] = text[at] == '1' ? '2' : '1';
    return MAPPER.getNodeFactory().textNode(new String(text));
  }

  private ObjectNode proof() {
    return proof(LEAF);
  }

  /// As the interface gives it: of the second block, four accounts and three postings.
  private ObjectNode proof(int index) {
    List<byte[]> leaves = fixture.ledger.leaves();
    BlockHeader header = fixture.ledger.last();
    ObjectNode proof = MAPPER.createObjectNode();
    ObjectNode block = proof.putObject("block");
    block.put("blockNumber", header.number());
    block.put("previousHash", HEX.formatHex(header.previousHash()));
    block.put("recordedAt", Times.instant(header.recordedAt()).toString());
    block.put("lastPosting", header.lastPosting());
    block.put("lastAccount", header.lastAccount());
    block.put("postings", header.postings());
    block.put("accounts", header.accounts());
    block.put("closings", header.closings());
    block.put("root", HEX.formatHex(header.root()));
    block.put("hash", HEX.formatHex(header.hash()));
    block.put("keyId", header.keyId());
    block.put("signature", HEX.formatHex(header.signature()));
    proof.put("publicKey", HEX.formatHex(LedgerFixture.FIRST_KEY.publicKey()));
    proof.put("leafIndex", index);
    proof.put("leafCount", leaves.size());
    proof.put("leaf", HEX.formatHex(leaves.get(index)));
    ArrayNode path = proof.putArray("path");
    Rfc6962.path(index, leaves).forEach(hash -> path.add(HEX.formatHex(hash)));
    putPosting(proof.putObject("posting"), fixture.blocks.get(1).postings().get(LEAF - 4));
    return proof;
  }

  private static void putPosting(ObjectNode json, Rows.Posting posting) {
    Rows.Transfer transfer = posting.transfer();
    json.put("id", posting.id());
    json.put("transferId", Base32.format(transfer.id()));
    json.put("line", posting.line());
    json.put("unit", posting.unit());
    json.put("debitAccountId", Base32.format(posting.debit()));
    json.put("creditAccountId", Base32.format(posting.credit()));
    json.put("amount", posting.amount());
    json.put("debitAfter", posting.debitAfter());
    json.put("creditAfter", posting.creditAfter());
    json.put("kind", transfer.kind());
    json.put("reference", transfer.reference());
    json.put("organisationId", Base32.format(transfer.organisation()));
    json.put("subjectId", Base32.format(transfer.subject()));
    json.put("occurredAt", Times.instant(transfer.occurredAt()).toString());
    json.put("occurredOn", transfer.occurredOn().toString());
    json.put("recordedAt", Times.instant(transfer.recordedAt()).toString());
    json.putNull("reversesId");
  }
}
