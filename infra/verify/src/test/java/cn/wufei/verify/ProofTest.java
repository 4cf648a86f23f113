package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;
import static cn.wufei.verify.ProofFiles.MAPPER;
import static cn.wufei.verify.ProofFiles.within;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.verify.ProofFiles.Format;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProofTest {

  /// What the exchange shows beside the posting: the leaf knows none of it.
  private static final Set<String> NAMES = Set.of("subjectNumber", "mayProve", "generationYear");

  @TempDir Path dir;
  private ProofFiles files;

  @BeforeEach
  void make() {
    files = new ProofFiles(dir);
  }

  @Test
  void a_proof_is_told_in_words() throws IOException {
    TestDatabase.Answer answer = files.check(files.proof());

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith(
            "Posting 5, line 1 of transfer 000000000YGJA (billed, reference billed/1000010), moved 123,456 of money-fen from account 000000000YGJ8, which then held -123,456, to account 000000000YGJ7, which then held 123,456. It happened at ")
        .contains(
            "It is row 6 of 7 in block 2, whose hash " + files.fixture.ledger.last().hashText())
        .contains("Not checked: whose key that is");
    assertThat(answer.status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @Test
  void ids_may_be_numbers() throws IOException {
    ObjectNode proof = files.proof();
    ((ObjectNode) proof.get("posting")).put("transferId", 1_000_010);

    assertThat(files.check(proof).status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @Test
  void a_proof_as_the_exchange_shows_it_says_the_same() throws IOException {
    TestDatabase.Answer shown = files.check(Format.SHOWN.proof(files));

    TestDatabase.Answer columns = files.check(Format.COLUMNS.proof(files));
    List<String> more = new ArrayList<>(shown.out().lines().toList());
    assertThat(more.remove(1))
        .isEqualTo(
            "Not proven, as the leaf says nothing of it: subjectNumber, from.kind, from.owner, from.generationYear, to.kind, to.owner, to.generationYear, mayProve.");
    assertThat(more).isEqualTo(columns.out().lines().toList());
    assertThat(shown.status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void every_changed_value_is_found(Format format) throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (String part : format.parts()) {
      for (Map.Entry<String, JsonNode> field : within(format.proof(files), part).properties()) {
        if (field.getValue().isValueNode() && !isName(part, field.getKey())) {
          ObjectNode proof = format.proof(files);
          within(proof, part).set(field.getKey(), changed(field.getValue()));
          noteUnnoticed(unnoticed, proof, part + "." + field.getKey());
        }
      }
    }
    for (int i = 0; i < files.proof().get("path").size(); i++) {
      ObjectNode proof = files.proof();
      ArrayNode path = (ArrayNode) proof.get("path");
      path.set(i, changed(path.get(i)));
      noteUnnoticed(unnoticed, proof, "path " + i);
      path.remove(i);
      noteUnnoticed(unnoticed, proof, "without path " + i);
    }

    assertThat(unnoticed).isEmpty();
  }

  private static boolean isName(String part, String field) {
    return NAMES.contains(field) || (part.contains("/") && field.equals("kind"));
  }

  /// What the exchange gave before it showed both sides whole.
  @ParameterizedTest
  @ValueSource(strings = {"from", "to"})
  void a_side_may_be_left_out(String side) throws IOException {
    ObjectNode proof = Format.SHOWN.proof(files);
    within(proof, "posting/" + side).remove(List.of("accountId", "after"));

    assertThat(files.check(proof).status()).isEqualTo(VerifyLedger.IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_posting_is_about_may_not_be_left_out(Format format) throws IOException {
    String number = format == Format.SHOWN ? "number" : "id";
    List<String> needed =
        List.of(
            number, "kind", "reference", "subjectId", "occurredOn", "recordedAt", "unit", "amount");
    for (String field : needed) {
      ObjectNode proof = format.proof(files);
      within(proof, "posting").remove(field);

      String missing = field.equals("number") ? "id" : field;
      assertThat(files.check(proof).err())
          .isEqualTo("infra/verify-ledger: proof.json: %s is missing\n".formatted(missing));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "posting,      held, 'Violation: block 2, posting 5: the leaf says nothing of held'",
    "posting,      note, 'Violation: block 2, posting 5: the leaf says nothing of note'",
    "posting/from, plate, 'Violation: block 2, posting 5: the leaf says nothing of from.plate'",
    "'',           note, 'infra/verify-ledger: proof.json: note is not part of such a file'",
    "block,        note, 'infra/verify-ledger: proof.json: note is not part of such a file'"
  })
  void what_nobody_knows_is_refused(String part, String field, String what) throws IOException {
    ObjectNode proof = Format.SHOWN.proof(files);
    within(proof, part).put(field, "paid");

    TestDatabase.Answer answer = files.check(proof);

    assertThat(answer.out() + answer.err()).isEqualTo(what + "\n");
  }

  @Test
  void a_leaf_of_an_account_and_a_field_that_is_not_in_the_leaf_prove_nothing() throws IOException {
    ObjectNode account = files.proof(0);
    ObjectNode more = files.proof();
    ((ObjectNode) more.get("posting")).put("note", "paid");

    assertThat(files.check(account).out())
        .isEqualTo("Violation: block 2: the leaf is not that of a posting\n");
    assertThat(files.check(more).out())
        .isEqualTo("Violation: block 2, posting 5: the leaf says nothing of note\n");
  }

  @Test
  void a_file_that_is_no_proof_is_not_checked() throws IOException {
    ObjectNode proof = files.proof();
    proof.remove("leaf");

    assertThat(files.check(proof))
        .isEqualTo(
            new TestDatabase.Answer(
                VerifyLedger.NOT_CHECKED,
                "",
                "infra/verify-ledger: proof.json: leaf is missing\n"));
    Files.writeString(files.file(), "{");
    assertThat(files.run().status()).isEqualTo(VerifyLedger.NOT_CHECKED);
    Files.delete(files.file());
    assertThat(files.run().status()).isEqualTo(VerifyLedger.NOT_CHECKED);
  }

  @Test
  void only_a_trusted_key_is_taken_when_one_is_named() throws IOException {
    Path keyFile = dir.resolve("key");
    Files.writeString(keyFile, HEX.formatHex(LedgerFixture.FIRST_KEY.publicKey()) + "\n");

    assertThat(files.check(files.proof(), "--key", keyFile.toString()).status())
        .isEqualTo(VerifyLedger.IN_ORDER);
    assertThat(files.check(files.proof(), "--key", LedgerFixture.FIRST_KEY.id()).status())
        .isEqualTo(VerifyLedger.IN_ORDER);
    assertThat(files.check(files.proof(), "--key", LedgerFixture.SECOND_KEY.id()).out())
        .isEqualTo(
            "Violation: the signing key is %s, trusted is only %s\n"
                .formatted(LedgerFixture.FIRST_KEY.id(), LedgerFixture.SECOND_KEY.id()));
    assertThat(
            files
                .check(
                    files.proof(),
                    "--key",
                    LedgerFixture.SECOND_KEY.id(),
                    "--key",
                    LedgerFixture.FIRST_KEY.id())
                .status())
        .isEqualTo(VerifyLedger.IN_ORDER);
  }

  @Test
  void only_keys_may_be_given_more_than_once() throws IOException {
    assertThat(files.check(files.proof(), "--proof", "other.json").err())
        .isEqualTo("infra/verify-ledger: --proof is given twice, see --help\n");
  }

  @Test
  void what_stops_the_check_unforeseen_is_no_violation() {
    TestDatabase.Answer answer = TestDatabase.run(Map.of(), "--proof", "\0");

    assertThat(answer.status()).isEqualTo(VerifyLedger.NOT_CHECKED);
    assertThat(answer.err())
        .startsWith("infra/verify-ledger: the check could not be made: ")
        .contains("InvalidPathException");
  }

  @Test
  void an_exported_head_of_the_same_block_must_have_the_same_hash() throws IOException {
    Path head = dir.resolve("head.json");
    HeadFiles.write(head, files.fixture.ledger.last(), LedgerFixture.FIRST_KEY);
    assertThat(files.check(files.proof(), "--head", head.toString()).out())
        .contains("The exported head is of that block and has that hash.");

    HeadFiles.write(head, files.fixture.blocks.getFirst().header(), LedgerFixture.FIRST_KEY);
    assertThat(files.check(files.proof(), "--head", head.toString()).out())
        .contains("The exported head is of block 1: whether both are of one ledger");

    HeadFiles.write(
        head,
        LedgerFixture.another(LedgerFixture.FIRST_KEY).blocks.get(1).header(),
        LedgerFixture.FIRST_KEY);
    assertThat(files.check(files.proof(), "--head", head.toString()).out())
        .startsWith("Violation: block 2: the ledger was rewritten");
  }

  private void noteUnnoticed(List<String> unnoticed, ObjectNode proof, String what)
      throws IOException {
    TestDatabase.Answer answer = files.check(proof);
    if (answer.status() != VerifyLedger.VIOLATED) {
      unnoticed.add(what + " -> " + answer);
    }
  }

  private static JsonNode changed(JsonNode value) {
    if (value.isNull()) {
      return MAPPER.getNodeFactory().numberNode(1);
    }
    if (value.isNumber()) {
      return MAPPER.getNodeFactory().numberNode(value.longValue() + 1);
    }
    if (value.isBoolean()) {
      return MAPPER.getNodeFactory().booleanNode(!value.booleanValue());
    }
    char[] text = value.textValue().toCharArray();
    int at = text[text.length - 1] == 'Z' ? text.length - 2 : text.length - 1;
    text[at] = text[at] == '1' ? '2' : '1';
    return MAPPER.getNodeFactory().textNode(new String(text));
  }
}
