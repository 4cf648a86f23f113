package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The proof, in a file, that a posting stands in a signed block. It is checked without any
/// database.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Proof(
    BlockHeader block,
    byte[] publicKey,
    long leafIndex,
    long leafCount,
    byte[] leaf,
    List<byte[]> path,
    JsonFile posting) {

  private static final Set<String> POSTING_FIELDS =
      Set.of(
          "id",
          "transferId",
          "line",
          "unit",
          "debitAccountId",
          "creditAccountId",
          "amount",
          "debitAfter",
          "creditAfter",
          "kind",
          "reference",
          "organisationId",
          "subjectId",
          "occurredAt",
          "occurredOn",
          "recordedAt",
          "reversesId");

  static Proof read(Path file) throws UsageException {
    JsonFile json = JsonFile.read(file);
    JsonFile block = json.object("block");
    return new Proof(
        new BlockHeader(
            block.integer("blockNumber"),
            block.hex("previousHash"),
            block.instant("recordedAt"),
            block.integer("lastPosting"),
            block.integer("lastAccount"),
            block.count("postings"),
            block.count("accounts"),
            block.count("closings"),
            block.hex("root"),
            block.hex("hash"),
            block.text("keyId"),
            block.hex("signature")),
        json.hex("publicKey"),
        json.integer("leafIndex"),
        json.integer("leafCount"),
        json.hex("leaf"),
        json.hexes("path"),
        json.object("posting"));
  }

  /// Checks all and says in words what is proven.
  String check(@Nullable ExportedHead head, @Nullable String trustedKey)
      throws Violation, UsageException {
    Keys.requireFits(block.keyId(), publicKey);
    Keys.requireTrusted(block.keyId(), trustedKey);
    if (!block.hasRightHash()) {
      throw Violation.inBlock(
          block.number(), "its columns hash to " + HEX.formatHex(block.computedHash()));
    }
    if (!Hashes.isSigned(block.hash(), block.signature(), Hashes.publicKey(publicKey))) {
      throw Violation.inBlock(block.number(), "its signature is not one of key " + block.keyId());
    }
    if (leafCount != block.leaves()) {
      throw Violation.inBlock(
          block.number(), Violation.column("leafCount", leafCount, block.leaves()));
    }
    byte[] root = MerkleTree.rootOf(MerkleTree.leafHash(leaf), leafIndex, leafCount, path);
    if (!Arrays.equals(root, block.root())) {
      throw Violation.inBlock(block.number(), "the path does not lead from the leaf to its root");
    }
    PostingLeaf proven = PostingLeaf.of(leaf);
    if (proven == null) {
      throw Violation.inBlock(block.number(), "the leaf is not that of a posting");
    }
    checkPlace(proven);
    if (posting.node().has("number")) {
      checkShown(proven);
    } else {
      checkFields(proven);
    }
    if (head != null) {
      head.compare(block);
    }
    return words(proven, head);
  }

  private void checkPlace(PostingLeaf proven) throws Violation {
    long first = block.lastPosting() - block.postings() + 1;
    if (leafIndex != block.accounts() + proven.id() - first) {
      throw Violation.inPosting(
          block.number(), proven.id(), "its leaf stands at another place of the block");
    }
    boolean isOfBlock =
        proven.recordedAt() == block.recordedAt()
            || (block.number() == 1 && proven.recordedAt() < block.recordedAt());
    if (!isOfBlock) {
      throw Violation.inPosting(
          block.number(), proven.id(), "it was recorded at another time than its block");
    }
  }

  private void checkFields(PostingLeaf proven) throws Violation, UsageException {
    requireField(proven, "id", posting.integer("id"), proven.id());
    requireField(proven, "transferId", posting.id("transferId"), proven.transferId());
    requireField(proven, "line", posting.integer("line"), (long) proven.line());
    requireField(proven, "unit", posting.text("unit"), proven.unit());
    requireField(proven, "debitAccountId", posting.id("debitAccountId"), proven.debitAccountId());
    requireField(
        proven, "creditAccountId", posting.id("creditAccountId"), proven.creditAccountId());
    requireField(proven, "amount", posting.integer("amount"), proven.amount());
    requireField(proven, "debitAfter", posting.integer("debitAfter"), proven.debitAfter());
    requireField(proven, "creditAfter", posting.integer("creditAfter"), proven.creditAfter());
    requireField(proven, "kind", posting.text("kind"), proven.kind());
    requireField(proven, "reference", posting.text("reference"), proven.reference());
    requireField(proven, "organisationId", posting.id("organisationId"), proven.organisationId());
    requireField(proven, "subjectId", posting.id("subjectId"), proven.subjectId());
    requireField(proven, "occurredAt", posting.instant("occurredAt"), proven.occurredAt());
    requireField(proven, "occurredOn", posting.day("occurredOn"), (long) proven.occurredOn());
    requireField(proven, "recordedAt", posting.instant("recordedAt"), proven.recordedAt());
    Long reverses = posting.isNull("reversesId") ? null : (Long) posting.id("reversesId");
    requireField(proven, "reversesId", reverses, proven.reversesId());
    Set<String> others = new TreeSet<>();
    posting.node().fieldNames().forEachRemaining(others::add);
    others.removeAll(POSTING_FIELDS);
    if (!others.isEmpty()) {
      throw Violation.inPosting(
          block.number(), proven.id(), "the leaf says nothing of " + String.join(", ", others));
    }
  }

  /// The posting as the exchange shows it to people. What its leaf says too must be the same; names
  /// beside that are no part of the proof.
  private void checkShown(PostingLeaf proven) throws Violation, UsageException {
    JsonFile from = posting.object("from");
    JsonFile to = posting.object("to");
    requireField(proven, "number", posting.integer("number"), proven.id());
    requireField(proven, "block", posting.integer("block"), block.number());
    requireField(proven, "kind", posting.text("kind"), proven.kind());
    requireField(proven, "reference", posting.text("reference"), proven.reference());
    requireField(proven, "subjectId", posting.id("subjectId"), proven.subjectId());
    requireField(proven, "occurredOn", posting.day("occurredOn"), (long) proven.occurredOn());
    requireField(proven, "recordedAt", posting.instant("recordedAt"), proven.recordedAt());
    requireField(proven, "unit", posting.text("unit"), proven.unit());
    requireField(proven, "amount", posting.integer("amount"), proven.amount());
    requireField(proven, "from.accountId", from.id("accountId"), proven.creditAccountId());
    requireField(proven, "from.after", from.integer("after"), proven.creditAfter());
    requireField(proven, "to.accountId", to.id("accountId"), proven.debitAccountId());
    requireField(proven, "to.after", to.integer("after"), proven.debitAfter());
  }

  private void requireField(
      PostingLeaf proven, String field, @Nullable Object is, @Nullable Object must)
      throws Violation {
    if (!Objects.equals(is, must)) {
      throw Violation.inPosting(
          block.number(),
          proven.id(),
          "the file says %s for %s, its leaf %s".formatted(is, field, must));
    }
  }

  private String words(PostingLeaf proven, @Nullable ExportedHead head) {
    String text =
        "Posting %d, line %d of transfer %s (%s, reference %s), moved %,d of %s from account %s, which then held %,d, to account %s, which then held %,d. It happened at %s and was recorded at %s. It is row %d of %d in block %d, whose hash %s is signed with key %s."
            .formatted(
                proven.id(),
                proven.line(),
                Base32.format(proven.transferId()),
                proven.kind(),
                proven.reference(),
                proven.amount(),
                proven.unit(),
                Base32.format(proven.creditAccountId()),
                proven.creditAfter(),
                Base32.format(proven.debitAccountId()),
                proven.debitAfter(),
                Times.instant(proven.occurredAt()),
                Times.instant(proven.recordedAt()),
                leafIndex + 1,
                leafCount,
                block.number(),
                block.hashText(),
                block.keyId());
    if (head == null) {
      return text;
    }
    return head.blockNumber() == block.number()
        ? text + " The exported head is of that block and has that hash."
        : text
            + " The exported head is of block %d: whether both are of one ledger shows --url with --head."
                .formatted(head.blockNumber());
  }
}
