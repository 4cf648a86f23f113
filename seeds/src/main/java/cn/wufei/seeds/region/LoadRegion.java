package cn.wufei.seeds.region;

import cn.wufei.seeds.Account;
import cn.wufei.seeds.Api;
import cn.wufei.seeds.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Draws a region and publishes it in a running exchange that has no operator yet:
///
/// ```
/// LoadRegion --url URL --secret-file FILE --reference DIR [--seed N] [--lots N] [--demands N]
/// ```
///
/// The same seed draws the same region (seed 42 and 5,000 of each unless told otherwise); its days
/// count from today. The exchange must let one address sign up as many firms as there are, one for
/// each forty lots or demands (`WUFEI_LIMIT_SIGN_UP_PER_HOUR`, `WUFEI_LIMIT_SIGN_IN_PER_MINUTE`,
/// `WUFEI_LIMIT_API_PER_MINUTE`). Ends with 0, with 1 when something was refused, with 2 when it
/// was called wrongly.
public final class LoadRegion {

  private static final Set<String> KNOWN =
      Set.of("--url", "--secret-file", "--reference", "--seed", "--lots", "--demands");
  private static final String USAGE =
      "LoadRegion --url URL --secret-file FILE --reference DIR [--seed N] [--lots N] [--demands N]";
  private static final int CALLERS = 8;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private LoadRegion() {}

  /// The command.
  public static void main(String[] args) {
    try {
      run(arguments(args));
    } catch (IllegalArgumentException e) {
      ERR.println("region: " + e.getMessage());
      System.exit(2);
    } catch (IOException | IllegalStateException | RefusedException e) {
      ERR.println("region: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Map<String, String> given) throws IOException {
    Region region =
        RegionDrawing.draw(
            Long.parseLong(given.getOrDefault("--seed", "42")),
            Integer.parseInt(given.getOrDefault("--lots", "5000")),
            Integer.parseInt(given.getOrDefault("--demands", "5000")),
            Path.of(needed(given, "--reference")));
    Api api = new Api(URI.create(needed(given, "--url").replaceAll("/+$", "")));
    Api.Session operator = firstOperator(api, Path.of(needed(given, "--secret-file")));
    new PublishRegion(region, api, operator, LocalDate.now(ZoneId.of("Asia/Shanghai")), CALLERS)
        .run();
    OUT.println(
        "region: "
            + region.firms().size()
            + " firms, "
            + region.lots().size()
            + " lots, "
            + region.demands().size()
            + " demands");
  }

  /// Becomes the first operator with the secret that the exchange left in that file.
  public static Api.Session firstOperator(Api api, Path secretFile) throws IOException {
    Account operator =
        new Account("operator", "a-long-enough-password", "运营", "Operator", "operator", "", "");
    api.postAnonymously(
        "/bootstrap",
        "region-bootstrap",
        Api.body()
            .put("secret", Files.readString(secretFile).strip())
            .put("login", operator.login())
            .put("password", operator.password())
            .put("name", operator.name()));
    Api.Session session = api.session(operator);
    session.signIn();
    return session;
  }

  private static Map<String, String> arguments(String... args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("cannot read " + args[i] + "; usage: " + USAGE);
      }
      given.put(args[i], args[i + 1]);
    }
    return given;
  }

  private static String needed(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; usage: " + USAGE);
    }
    return value;
  }
}
