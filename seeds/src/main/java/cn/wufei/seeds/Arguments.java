package cn.wufei.seeds;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What the command was called with. A wrong call is an IllegalArgumentException with the sentence
/// to print.
record Arguments(URI url, Path accounts, Path secretFile) {

  static final String USAGE = "LoadDemo --url URL --accounts FILE --secret-file FILE [--size demo]";

  private static final Set<String> KNOWN = Set.of("--url", "--accounts", "--secret-file", "--size");

  static Arguments of(String... args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("cannot read " + args[i] + "; usage: " + USAGE);
      }
      given.put(args[i], args[i + 1]);
    }
    String size = given.getOrDefault("--size", "demo");
    if (!size.equals("demo")) {
      throw new IllegalArgumentException("there is no size " + size + ", only demo");
    }
    return new Arguments(
        URI.create(needed(given, "--url").replaceAll("/+$", "")),
        Path.of(needed(given, "--accounts")),
        Path.of(needed(given, "--secret-file")));
  }

  private static String needed(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; usage: " + USAGE);
    }
    return value;
  }
}
