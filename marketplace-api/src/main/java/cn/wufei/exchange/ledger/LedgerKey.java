package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.PrivateFile;
import cn.wufei.exchange.ledger.chain.SigningKey;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The key that signs blocks: the setting `WUFEI_LEDGER_SIGNING_KEY`, 64 hexadecimal digits; in the
/// environment `local`, and only there, one that is made once and kept in the state folder.
/// Start-up fails without one. Every instance has the same. Another key may be set at any restart:
/// earlier blocks keep theirs, whose public part the ledger holds.
@Context
class LedgerKey {

  private static final String LOCAL = "local";
  private static final int DISTINCT_MIN = 8;

  private final SigningKey key;

  LedgerKey(
      @Value("${wufei.ledger.signing-key:}") String configured,
      @Value("${wufei.var:}") String stateFolder,
      Environment environment) {
    boolean isLocal = environment.getActiveNames().contains(LOCAL);
    this.key =
        configured.isBlank() && isLocal && !stateFolder.isBlank()
            ? keptIn(Path.of(stateFolder, "ledger-signing-key"))
            : checked(configured);
  }

  SigningKey key() {
    return key;
  }

  private static SigningKey checked(String configured) {
    if (configured.isBlank()) {
      throw new ConfigurationException(
          "WUFEI_LEDGER_SIGNING_KEY is not set: give 64 random hexadecimal digits, the same on"
              + " every instance, and keep them secret.");
    }
    if (!configured.matches("[0-9a-fA-F]{64}")) {
      throw new ConfigurationException(
          "WUFEI_LEDGER_SIGNING_KEY is not a key: it has 64 hexadecimal digits.");
    }
    if (configured.chars().distinct().count() < DISTINCT_MIN) {
      throw new ConfigurationException(
          "WUFEI_LEDGER_SIGNING_KEY is a value that anybody could guess: give random digits.");
    }
    return SigningKey.of(HexFormat.of().parseHex(configured));
  }

  private static SigningKey keptIn(Path file) {
    try {
      String kept = PrivateFile.readIfThere(file);
      if (kept != null) {
        return checked(kept.strip());
      }
      byte[] made = new byte[SigningKey.SECRET_BYTES];
      new SecureRandom().nextBytes(made);
      String text = HexFormat.of().formatHex(made);
      PrivateFile.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
      return SigningKey.of(made);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the ledger's signing key in " + file, e);
    }
  }
}
