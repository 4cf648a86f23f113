package cn.wufei.verify;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The posting as a proof's file says it for people, beside what its leaf says. The file may have
/// every column, or what the exchange shows; whatever of it the leaf knows too must be the same. Of
/// what the leaf does not know only the exchange's own names are let pass, and they are no part of
/// the proof, which is said.
record ShownPosting(JsonFile json, PostingLeaf leaf, long block) {

  private static final List<String> REQUIRED =
      List.of("kind", "reference", "subjectId", "occurredOn", "recordedAt", "unit", "amount");
  private static final Set<String> NAMES = Set.of("subjectNumber", "mayProve");
  private static final Set<String> SIDE_NAMES = Set.of("kind", "owner", "generationYear");

  /// @return the fields of which the leaf says nothing
  List<String> check() throws Violation, UsageException {
    List<String> unproven = new ArrayList<>();
    json.require(json.has("number") ? "number" : "id");
    for (String field : REQUIRED) {
      json.require(field);
    }
    Map<String, Said> said = said();
    for (String field : json.fields()) {
      switch (field) {
        case "from" -> checkSide(field, leaf.creditAccountId(), leaf.creditAfter(), unproven);
        case "to" -> checkSide(field, leaf.debitAccountId(), leaf.debitAfter(), unproven);
        default -> {
          if (!isProven(json, field, field, said.get(field), NAMES)) {
            unproven.add(field);
          }
        }
      }
    }
    return unproven;
  }

  /// What the leaf says, by the name that a file may give it.
  private Map<String, Said> said() {
    return Map.ofEntries(
        entry("id", new Said(JsonFile::integer, leaf.id())),
        entry("number", new Said(JsonFile::integer, leaf.id())),
        entry("block", new Said(JsonFile::integer, block)),
        entry("transferId", new Said(JsonFile::id, leaf.transferId())),
        entry("line", new Said(JsonFile::integer, (long) leaf.line())),
        entry("unit", new Said(JsonFile::text, leaf.unit())),
        entry("debitAccountId", new Said(JsonFile::id, leaf.debitAccountId())),
        entry("creditAccountId", new Said(JsonFile::id, leaf.creditAccountId())),
        entry("amount", new Said(JsonFile::integer, leaf.amount())),
        entry("debitAfter", new Said(JsonFile::integer, leaf.debitAfter())),
        entry("creditAfter", new Said(JsonFile::integer, leaf.creditAfter())),
        entry("kind", new Said(JsonFile::text, leaf.kind())),
        entry("reference", new Said(JsonFile::text, leaf.reference())),
        entry("organisationId", new Said(JsonFile::id, leaf.organisationId())),
        entry("subjectId", new Said(JsonFile::id, leaf.subjectId())),
        entry("occurredAt", new Said(JsonFile::instant, leaf.occurredAt())),
        entry("occurredOn", new Said(JsonFile::day, (long) leaf.occurredOn())),
        entry("recordedAt", new Said(JsonFile::instant, leaf.recordedAt())),
        entry("reversesId", new Said(JsonFile::optId, leaf.reversesId())),
        entry("reversal", new Said(JsonFile::bool, leaf.reversesId() != null)));
  }

  private void checkSide(String side, long accountId, long after, List<String> unproven)
      throws Violation, UsageException {
    JsonFile shown = json.object(side);
    Map<String, Said> said =
        Map.of(
            "accountId", new Said(JsonFile::id, accountId),
            "after", new Said(JsonFile::integer, after));
    for (String field : shown.fields()) {
      String path = side + "." + field;
      if (!isProven(shown, field, path, said.get(field), SIDE_NAMES)) {
        unproven.add(path);
      }
    }
  }

  private boolean isProven(
      JsonFile from, String field, String path, @Nullable Said said, Set<String> names)
      throws Violation, UsageException {
    if (said == null) {
      if (!names.contains(field)) {
        throw Violation.inPosting(block, leaf.id(), "the leaf says nothing of " + path);
      }
      return false;
    }
    Object is = said.reading().of(from, field);
    if (!Objects.equals(is, said.value())) {
      throw Violation.inPosting(
          block,
          leaf.id(),
          "the file says %s for %s, its leaf %s".formatted(is, path, said.value()));
    }
    return true;
  }

  /// Reads one field.
  @FunctionalInterface
  private interface Reading {
    @Nullable Object of(JsonFile json, String field) throws UsageException;
  }

  private record Said(Reading reading, @Nullable Object value) {}
}
