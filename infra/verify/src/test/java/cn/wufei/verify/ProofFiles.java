package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Files that prove a posting of [LedgerFixture], to be changed and checked.
final class ProofFiles {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /// The leaf that they prove: of the second block, four accounts and three postings.
  private static final int LEAF = 5;

  final LedgerFixture fixture = LedgerFixture.shorter();
  private final Path file;

  ProofFiles(Path dir) {
    this.file = dir.resolve("proof.json");
  }

  Path file() {
    return file;
  }

  /// The posting that they prove.
  Rows.Posting posting() {
    return fixture.blocks.get(1).postings().get(LEAF - 4);
  }

  TestDatabase.Answer check(ObjectNode proof, String... more) throws IOException {
    MAPPER.writeValue(file.toFile(), proof);
    return run(more);
  }

  TestDatabase.Answer run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--proof", file.toString()));
    arguments.addAll(List.of(more));
    return TestDatabase.run(Map.of(), arguments.toArray(String[]::new));
  }

  static ObjectNode within(ObjectNode proof, String part) {
    return part.isEmpty() ? proof : (ObjectNode) proof.at("/" + part);
  }

  ObjectNode proof() {
    return proof(LEAF);
  }

  /// Of a leaf of the second block.
  ObjectNode proof(int index) {
    List<byte[]> leaves = fixture.ledger.leaves();
    BlockHeader header = fixture.ledger.last();
    ObjectNode proof = MAPPER.createObjectNode();
    putHeader(proof.putObject("block"), header);
    proof.put("publicKey", HEX.formatHex(LedgerFixture.FIRST_KEY.publicKey()));
    proof.put("leafIndex", index);
    proof.put("leafCount", leaves.size());
    proof.put("leaf", HEX.formatHex(leaves.get(index)));
    ArrayNode path = proof.putArray("path");
    Rfc6962.path(index, leaves).forEach(hash -> path.add(HEX.formatHex(hash)));
    putPosting(proof.putObject("posting"), posting());
    return proof;
  }

  static ObjectNode headerOf(BlockHeader header) {
    ObjectNode block = MAPPER.createObjectNode();
    putHeader(block, header);
    return block;
  }

  static void putHeader(ObjectNode block, BlockHeader header) {
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
  }

  static void putPosting(ObjectNode json, Rows.Posting posting) {
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

  /// As the exchange's own file has it.
  private static void putShown(ObjectNode json, Rows.Posting posting, long block) {
    Rows.Transfer transfer = posting.transfer();
    json.put("number", posting.id());
    json.put("block", block);
    json.put("kind", transfer.kind());
    json.put("subjectId", Base32.format(transfer.subject()));
    json.put("subjectNumber", "A2026-000001");
    json.put("reference", transfer.reference());
    json.put("occurredOn", transfer.occurredOn().toString());
    json.put("recordedAt", Times.instant(transfer.recordedAt()).toString());
    json.put("reversal", transfer.reverses() != null);
    json.put("unit", posting.unit());
    json.put("amount", posting.amount());
    putSide(json.putObject("from"), posting.credit(), "payable", posting.creditAfter());
    putSide(json.putObject("to"), posting.debit(), "receivable", posting.debitAfter());
    json.put("mayProve", true);
  }

  private static void putSide(ObjectNode json, long account, String kind, long after) {
    json.put("accountId", Base32.format(account));
    json.put("kind", kind);
    json.putObject("owner").put("name", "钢铁厂");
    json.put("generationYear", 2026);
    json.put("after", after);
  }

  /// The two ways in which a file may say the posting.
  enum Format {
    COLUMNS,
    SHOWN;

    List<String> parts() {
      return this == COLUMNS
          ? List.of("", "block", "posting")
          : List.of("", "block", "posting", "posting/from", "posting/to");
    }

    ObjectNode proof(ProofFiles files) {
      ObjectNode proof = files.proof();
      if (this == SHOWN) {
        putShown(proof.putObject("posting"), files.posting(), files.fixture.ledger.last().number());
      }
      return proof;
    }
  }
}
