package cn.wufei.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the command was asked.
///
/// @param trustedKeys ids of the only keys that may sign; none for any
record Arguments(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path head,
    @Nullable Path proof,
    Set<String> trustedKeys) {

  static final String PASSWORD_VARIABLE = "WUFEI_DB_PASSWORD";

  Arguments {
    trustedKeys = Collections.unmodifiableSet(new TreeSet<>(trustedKeys));
  }

  static Arguments parse(String[] arguments, Map<String, String> environment)
      throws UsageException {
    String url = null;
    String user = null;
    String password = environment.get(PASSWORD_VARIABLE);
    Path head = null;
    Path proof = null;
    Set<String> keys = new HashSet<>();
    Set<String> given = new HashSet<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (i + 1 == arguments.length) {
        throw new UsageException(name + " is unknown or needs a value, see --help");
      }
      String value = arguments[i + 1];
      if (!given.add(name) && !name.equals("--key")) {
        throw new UsageException(name + " is given twice, see --help");
      }
      switch (name) {
        case "--url" -> url = value;
        case "--user" -> user = value;
        case "--password-file" -> password = content(Path.of(value));
        case "--head" -> head = Path.of(value);
        case "--proof" -> proof = Path.of(value);
        case "--key" -> keys.add(keyId(value));
        default -> throw new UsageException("unknown argument " + name + ", see --help");
      }
    }
    if ((url == null) == (proof == null)) {
      throw new UsageException("either --url or --proof is needed, see --help");
    }
    return new Arguments(url, user, password, head, proof, keys);
  }

  /// A key's id as it is, or that of the public key, in hexadecimal, in a file.
  private static String keyId(String value) throws UsageException {
    if (value.matches("[0-9a-f]{32}")) {
      return value;
    }
    String key = content(Path.of(value)).toLowerCase(Locale.ROOT);
    if (!key.matches("[0-9a-f]{64}")) {
      throw new UsageException(value + " does not hold a public key of 64 hexadecimal digits");
    }
    return Hashes.keyId(Hashes.HEX.parseHex(key));
  }

  private static String content(Path file) throws UsageException {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(file, e));
    }
  }
}
