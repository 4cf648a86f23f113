package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.PrivateFile;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// The key that signs access tokens: the setting `WUFEI_JWT_SECRET`; in the environment `local`,
/// and only there, one that is made once and kept in the state folder. Start-up fails without one.
@Context
class JwtSecret {

  private static final int CHARACTERS_MIN = 32;
  private static final String LOCAL = "local";
  private static final Set<String> KNOWN_TO_EVERYBODY =
      Set.of(
          "pleasechangethissecretforanewone",
          "changemechangemechangemechangeme",
          "0123456789abcdef0123456789abcdef",
          "secretsecretsecretsecretsecretse");

  private final String text;

  JwtSecret(
      @Value("${wufei.jwt.secret:}") String configured,
      @Value("${wufei.var:}") String stateFolder,
      Environment environment) {
    boolean isLocal = environment.getActiveNames().contains(LOCAL);
    this.text =
        configured.isBlank() && isLocal && !stateFolder.isBlank()
            ? keptIn(Path.of(stateFolder, "secret"))
            : checked(configured);
  }

  String text() {
    return text;
  }

  private static String checked(String configured) {
    if (configured.isBlank()) {
      throw new ConfigurationException(
          "WUFEI_JWT_SECRET is not set: give at least "
              + CHARACTERS_MIN
              + " random characters, the same on every instance.");
    }
    if (configured.length() < CHARACTERS_MIN) {
      throw new ConfigurationException(
          "WUFEI_JWT_SECRET is too short: it needs at least "
              + CHARACTERS_MIN
              + " random characters.");
    }
    boolean isKnown = KNOWN_TO_EVERYBODY.contains(configured.toLowerCase(Locale.ROOT));
    if (isKnown || configured.chars().distinct().count() < 8) {
      throw new ConfigurationException(
          "WUFEI_JWT_SECRET is a value that anybody could guess: give random characters.");
    }
    return configured;
  }

  private static String keptIn(Path file) {
    try {
      String kept = PrivateFile.readIfThere(file);
      if (kept != null) {
        return checked(kept.strip());
      }
      String made = Secrets.next();
      PrivateFile.write(file, (made + "\n").getBytes(StandardCharsets.UTF_8));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the secret in " + file, e);
    }
  }
}
