package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  private static final Set<String> FIELDS =
      Set.of("block", "publicKey", "leafIndex", "leafCount", "leaf", "path", "posting");
  private static final Set<String> BLOCK_FIELDS =
      Set.of(
          "blockNumber",
          "previousHash",
          "recordedAt",
          "lastPosting",
          "lastAccount",
          "postings",
          "accounts",
          "closings",
          "root",
          "hash",
          "keyId",
          "signature");

  static Proof read(Path file) throws UsageException {
    JsonFile json = JsonFile.read(file);
    JsonFile block = json.object("block");
    json.requireOnly(FIELDS);
    block.requireOnly(BLOCK_FIELDS);
    return new Proof(
        new BlockHeader(
            block.blockNumber("blockNumber"),
            block.hex("previousHash", MerkleTree.HASH_BYTES),
            block.instant("recordedAt"),
            block.integer("lastPosting"),
            block.integer("lastAccount"),
            block.count("postings"),
            block.count("accounts"),
            block.count("closings"),
            block.hex("root", MerkleTree.HASH_BYTES),
            block.hex("hash", MerkleTree.HASH_BYTES),
            block.text("keyId"),
            block.hex("signature", Hashes.SIGNATURE_BYTES)),
        json.hex("publicKey", Hashes.KEY_BYTES),
        json.integer("leafIndex"),
        json.integer("leafCount"),
        json.hex("leaf"),
        json.hexes("path", MerkleTree.HASH_BYTES),
        json.object("posting"));
  }

  /// Checks all and says in words what is proven.
  String check(@Nullable ExportedHead head, Set<String> trustedKeys)
      throws Violation, UsageException {
    Keys.requireFits(block.keyId(), publicKey);
    Keys.requireTrusted(block.keyId(), trustedKeys);
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
    if (root == null || !Arrays.equals(root, block.root())) {
      throw Violation.inBlock(block.number(), "the path does not lead from the leaf to its root");
    }
    PostingLeaf proven = PostingLeaf.of(leaf);
    if (proven == null) {
      throw Violation.inBlock(block.number(), "the leaf is not that of a posting");
    }
    checkPlace(proven);
    List<String> unproven = new ShownPosting(posting, proven, block.number()).check();
    if (head != null) {
      head.compare(block);
    }
    return words(proven, head) + words(unproven);
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

  private static String words(List<String> unproven) {
    return unproven.isEmpty()
        ? ""
        : "%nNot proven, as the leaf says nothing of it: %s."
            .formatted(String.join(", ", unproven));
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
