package cn.wufei.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.verify.VerifyLedger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Proofs as somebody checks them who has only the file, the text of `docs/ledger.md` and nothing
/// of this software.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProofIT {

  private static final HexFormat HEX = HexFormat.of();

  /// What X.509 writes before the 32 bytes of an Ed25519 key.
  private static final String KEY_PREFIX = "302a300506032b6570032100";

  @Test
  void every_line_of_a_statement_proves_that_it_lies_in_its_block()
      throws GeneralSecurityException {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);

    JsonNode lines = trade.seller().get("/ledger/statement").expect(200).json().get("items");

    assertThat(lines).hasSize(9);
    for (JsonNode line : lines) {
      long number = line.get("number").asLong();
      JsonNode proof =
          trade.seller().get("/ledger/postings/" + number + "/proof").expect(200).json();
      assertThat(rootOf(proof)).isEqualTo(proof.at("/block/root").asText());
      assertThat(hashOf(proof.get("block"))).isEqualTo(proof.at("/block/hash").asText());
      assertThat(isSigned(proof)).isTrue();
      assertThat(proof.at("/block/blockNumber")).isEqualTo(line.get("block"));
      ByteBuffer leaf = ByteBuffer.wrap(HEX.parseHex(proof.get("leaf").asText()));
      assertThat(leaf.get()).isEqualTo((byte) 'P');
      assertThat(leaf.getLong()).isEqualTo(number);
      assertThat(proof.at("/posting/number").asLong()).isEqualTo(number);
    }
  }

  @Test
  void a_changed_leaf_does_not_lead_to_the_root() throws GeneralSecurityException {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    JsonNode line = trade.seller().get("/ledger/statement").expect(200).json().at("/items/0");
    JsonNode proof =
        trade
            .seller()
            .get("/ledger/postings/" + line.get("number").asLong() + "/proof")
            .expect(200)
            .json();
    String leaf = proof.get("leaf").asText();

    ((com.fasterxml.jackson.databind.node.ObjectNode) proof)
        .put("leaf", leaf.substring(0, leaf.length() - 2) + (leaf.endsWith("00") ? "01" : "00"));

    assertThat(rootOf(proof)).isNotEqualTo(proof.at("/block/root").asText());
  }

  @Test
  void the_downloaded_file_is_checked_by_the_independent_verifier(@TempDir Path folder)
      throws IOException {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    JsonNode line = trade.seller().get("/ledger/statement").expect(200).json().at("/items/0");
    String path = "/ledger/postings/" + line.get("number").asLong() + "/proof";
    String proof = trade.seller().get(path).expect(200).json().toString();
    Path file = Files.writeString(folder.resolve("proof.json"), proof);
    Path head =
        Files.writeString(
            folder.resolve("head.json"),
            trade.seller().get("/ledger/head").expect(200).json().toString());
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.json"), proof.replace("\"amount\":100000", "\"amount\":100001"));

    assertThat(verified("--proof", file.toString(), "--head", head.toString())).isZero();
    assertThat(verified("--proof", wrong.toString())).isEqualTo(1);
  }

  @Test
  void what_both_parties_download_of_a_received_load_is_checked_by_the_verifier(
      @TempDir Path folder) throws IOException {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    JsonNode arrival = arrivalIn(trade.buyer().get("/ledger/statement").expect(200).json());
    assertThat(arrival.at("/from").has("accountId")).isFalse();
    String path = "/ledger/postings/" + arrival.get("number").asLong() + "/proof";

    for (Http party : List.of(trade.buyer(), trade.seller())) {
      JsonNode proof = party.get(path).expect(200).json();

      assertThat(proof.at("/posting/from/after").asLong()).isEqualTo(1_000);
      assertThat(proof.at("/posting/to/after").asLong()).isEqualTo(31_000);
      Path file = Files.writeString(folder.resolve("proof.json"), proof.toString());
      assertThat(verified("--proof", file.toString())).isZero();
      for (String after : List.of("\"after\":1000", "\"after\":31000")) {
        String other = proof.toString().replace(after, after + "1");
        assertThat(other).isNotEqualTo(proof.toString());
        Files.writeString(file, other);
        assertThat(verified("--proof", file.toString())).isEqualTo(1);
      }
    }
  }

  /// The line by which the goods came onto the buyer's heap.
  private static JsonNode arrivalIn(JsonNode statement) {
    for (JsonNode line : statement.get("items")) {
      if (line.at("/to/kind").asText().equals("heap")) {
        return line;
      }
    }
    throw new AssertionError("nothing arrived: " + statement);
  }

  private static int verified(String... arguments) {
    return VerifyLedger.check(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        Map.of(),
        arguments);
  }

  @Test
  void a_proof_is_for_those_whose_account_was_moved() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 32_000);
    trade.receive(load, trade.receipt(32_000, 0)).expect(200);
    Http stranger = Http.as(Fixtures.receiver().trader());
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    List<Long> arrived = new ArrayList<>();

    JsonNode lines = trade.seller().get("/ledger/statement").expect(200).json().get("items");

    for (JsonNode line : lines) {
      String path = "/ledger/postings/" + line.get("number").asLong() + "/proof";
      boolean isBuyers = line.at("/to/kind").asText().equals("heap");
      trade.buyer().get(path).expect(isBuyers ? 200 : 404);
      stranger.get(path).expect(404);
      auditor.get(path).expect(200);
      if (isBuyers) {
        arrived.add(line.get("number").asLong());
      }
    }
    assertThat(arrived).hasSize(1);
    trade.seller().get("/ledger/postings/0/proof").expect(404);
    trade.seller().get("/ledger/postings/-1/proof").expect(404);
    trade.seller().get("/ledger/postings/999999999999/proof").expect(404);
  }

  @Test
  void the_head_is_the_block_of_the_last_posting_and_says_nothing_else() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    long number = trade.seller().get("/ledger/statement").expect(200).number("items/0/number");
    Http.Answer proof = trade.seller().get("/ledger/postings/" + number + "/proof").expect(200);

    Http.Answer head = Http.as(trade.receiver().gate()).get("/ledger/head").expect(200);

    assertThat(head.number("blockNumber"))
        .isGreaterThanOrEqualTo(proof.number("block/blockNumber"));
    if (head.number("blockNumber") == proof.number("block/blockNumber")) {
      assertThat(head.text("hash")).isEqualTo(proof.text("block/hash"));
    }
    List<String> names = new ArrayList<>();
    head.json().fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly("blockNumber", "hash", "recordedAt", "keyId", "publicKey", "signature");
    assertThat(head.text("recordedAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
  }

  private static String rootOf(JsonNode proof) throws GeneralSecurityException {
    byte[] hash = sha256(new byte[] {0}, HEX.parseHex(proof.get("leaf").asText()));
    long index = proof.get("leafIndex").asLong();
    long last = proof.get("leafCount").asLong() - 1;
    for (JsonNode step : proof.get("path")) {
      byte[] beside = HEX.parseHex(step.asText());
      if (index % 2 == 1 || index == last) {
        hash = sha256(new byte[] {1}, beside, hash);
        while (index % 2 == 0 && index != 0) {
          index /= 2;
          last /= 2;
        }
      } else {
        hash = sha256(new byte[] {1}, hash, beside);
      }
      index /= 2;
      last /= 2;
    }
    return HEX.formatHex(hash);
  }

  private static String hashOf(JsonNode block) throws GeneralSecurityException {
    byte[] key = block.get("keyId").asText().getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = ByteBuffer.allocate(200);
    content.put((byte) 'B').putLong(block.get("blockNumber").asLong());
    content.put(HEX.parseHex(block.get("previousHash").asText()));
    content.putLong(
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(block.get("recordedAt").asText())));
    content.putLong(block.get("lastPosting").asLong()).putLong(block.get("lastAccount").asLong());
    content.putInt(block.get("postings").asInt()).putInt(block.get("accounts").asInt());
    content.putInt(block.get("closings").asInt());
    content.put(HEX.parseHex(block.get("root").asText()));
    content.putShort((short) key.length).put(key);
    byte[] bytes = new byte[content.position()];
    content.flip().get(bytes);
    return HEX.formatHex(sha256(bytes));
  }

  private static boolean isSigned(JsonNode proof) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HEX.parseHex(KEY_PREFIX + proof.get("publicKey").asText()))));
    signature.update(HEX.parseHex(proof.at("/block/hash").asText()));
    return signature.verify(HEX.parseHex(proof.at("/block/signature").asText()));
  }

  private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
