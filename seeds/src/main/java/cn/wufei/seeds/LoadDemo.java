package cn.wufei.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loads the demo into a running exchange through its public API:
///
/// ```
/// LoadDemo --url URL --accounts FILE --secret-file FILE [--size demo]
/// ```
///
/// Every write has a key made of the data's own names, so a load that was interrupted is finished
/// by starting it again, and one that is complete is recognised by the last thing it makes, the
/// plan's last stockpile, and left alone. Ends with 0, or with 1 and one line that says what was
/// refused.
public final class LoadDemo {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private final Arguments arguments;
  private final DemoData data;
  private final Api api;
  private final Desk desk;

  private LoadDemo(Arguments arguments) throws IOException {
    this.arguments = arguments;
    this.data = DemoData.read(arguments.accounts());
    this.api = new Api(arguments.url());
    this.desk = new Desk(api, data);
  }

  /// The command.
  public static void main(String[] args) {
    try {
      new LoadDemo(Arguments.of(args)).run();
    } catch (IllegalArgumentException e) {
      ERR.println("demo: " + e.getMessage());
      System.exit(MISUSED);
    } catch (IOException | RefusedException e) {
      ERR.println("demo: " + oneLine(e));
      System.exit(FAILED);
    }
  }

  static void say(String line) {
    OUT.println("demo: " + line);
  }

  private void run() throws IOException {
    bootstrap();
    if (isComplete()) {
      say("is there already");
      return;
    }
    SettleParticipants.Settled settled = new SettleParticipants(data, desk).run();
    OpenMarket.Opened opened = new OpenMarket(data, desk, settled).run();
    List<Event> events = HalfYear.of(data.market(), settled.calendar(), HalfYear.SEED);
    new TellHalfYear(data, desk, settled.siteIds(), opened).run(events);
    new SettleAccounts(data, desk, settled.calendar(), opened).run();
    new ReportQuality(data, desk, settled.calendar(), opened).run();
    new DelegateTrade(data, desk).run();
    statePlan();
    say("complete; today in it is " + settled.calendar().today());
  }

  private void bootstrap() throws IOException {
    JsonNode status = api.getAnonymously("/status");
    if (status.path("bootstrapped").asBoolean()) {
      return;
    }
    Account operator = data.operator();
    String secret = Files.readString(arguments.secretFile()).strip();
    ObjectNode body =
        Api.body()
            .put("secret", secret)
            .put("login", operator.login())
            .put("password", operator.password())
            .put("name", operator.name());
    api.postAnonymously("/bootstrap", "demo-bootstrap", body);
    say("first operator " + operator.login());
  }

  private boolean isComplete() {
    String last = data.stockpiles().getLast().name();
    return desk.operator().list("/stockpiles").stream()
        .anyMatch(stockpile -> stockpile.path("name").asText().equals(last));
  }

  /// Last of all, as the mark of a complete load.
  private void statePlan() {
    for (Stockpile stockpile : data.stockpiles()) {
      ObjectNode body =
          Api.body()
              .put("name", stockpile.name())
              .put("nameEn", stockpile.nameEn())
              .put("statedKg", stockpile.statedT() * 1_000)
              .put("statedApproximately", stockpile.statedApproximately())
              .put("statedIn", stockpile.statedIn())
              .put("statedOn", stockpile.statedOn())
              .put("clearBy", stockpile.clearBy());
      putIfThere(body, "materialKey", stockpile.materialKey());
      putIfThere(body, "owner", stockpile.owner());
      desk.of(data.industryBureau()).post("/stockpiles", "demo-stockpile-" + stockpile.key(), body);
    }
    say(data.stockpiles().size() + " stockpiles of the district's plan");
  }

  private static void putIfThere(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return (e instanceof IOException ? "cannot read " : "")
        + message.replaceAll("\\s*\\R\\s*", " ");
  }
}
