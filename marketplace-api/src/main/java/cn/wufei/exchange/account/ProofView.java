package cn.wufei.exchange.account;

import cn.wufei.exchange.ledger.Seals;
import cn.wufei.exchange.ledger.chain.BlockHeader;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The proof that a posting lies in its block, to be checked without this exchange. Bytes are
/// lower-case hexadecimal.
///
/// @param leafIndex which leaf of the block it is, from zero
/// @param leaf what of the posting is hashed, without the byte `00` before it
/// @param path the hashes beside the way up to the root, nearest the leaf first
/// @param posting the same posting for people; only the leaf is proven
@Serdeable
@Schema(name = "LedgerProof")
record ProofView(
    Block block,
    String publicKey,
    int leafIndex,
    int leafCount,
    String leaf,
    List<String> path,
    LineView posting) {

  private static final HexFormat HEX = HexFormat.of();
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static ProofView of(Seals.Proof proof, LineView posting) {
    return new ProofView(
        block(proof.block()),
        HEX.formatHex(proof.block().publicKey()),
        proof.leafIndex(),
        proof.leafCount(),
        HEX.formatHex(proof.leaf()),
        proof.path().stream().map(HEX::formatHex).toList(),
        posting);
  }

  static Head head(Seals.Sealed block) {
    return new Head(
        block.header().number(),
        HEX.formatHex(block.hash()),
        exact(block.header().recordedAt()),
        block.header().keyId(),
        HEX.formatHex(block.publicKey()),
        HEX.formatHex(block.signature()));
  }

  private static Block block(Seals.Sealed block) {
    BlockHeader header = block.header();
    return new Block(
        header.number(),
        HEX.formatHex(header.previousHash()),
        exact(header.recordedAt()),
        header.lastPosting(),
        header.lastAccount(),
        header.postings(),
        header.accounts(),
        header.closings(),
        HEX.formatHex(header.root()),
        HEX.formatHex(block.hash()),
        header.keyId(),
        HEX.formatHex(block.signature()));
  }

  private static String exact(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  @Serdeable
  @Schema(name = "LedgerBlock")
  record Block(
      long blockNumber,
      String previousHash,
      String recordedAt,
      long lastPosting,
      long lastAccount,
      int postings,
      int accounts,
      int closings,
      String root,
      String hash,
      String keyId,
      String signature) {}

  /// Where the ledger ends: kept elsewhere, it shows whether history was cut off or written anew.
  @Serdeable
  @Schema(name = "LedgerHead")
  record Head(
      long blockNumber,
      String hash,
      String recordedAt,
      String keyId,
      String publicKey,
      String signature) {}
}
