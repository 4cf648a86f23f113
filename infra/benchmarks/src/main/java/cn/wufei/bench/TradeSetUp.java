package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A producer and a receiver of blast furnace slag with some agreements, made through the API.
final class TradeSetUp {

  /// The name of the producer's stream.
  static final String STREAM = "slag";

  private static final String PASSWORD = "a-long-enough-password";
  private static final String MATERIAL = "granulated-bf-slag";
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final long AGREED_KG = 900_000_000;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final URI server;
  private final LocalDate today = LocalDate.now(CHINA);

  TradeSetUp(URI server) {
    this.server = server;
  }

  /// @param stateFolder where the exchange left the secret of the first operator
  Trade run(Path stateFolder, int agreements) throws IOException {
    Client operator = operator(stateFolder);
    Party seller = party(operator, "producer", 1);
    Party buyer = party(operator, "receiver", 2);
    String stream = stream(seller);
    List<Agreed> agreed = new ArrayList<>();
    for (int i = 0; i < agreements; i++) {
      agreed.add(agree(seller, buyer, stream, i));
    }
    return new Trade(
        new AccountKey.Origin(
            Id.parse(seller.id()), Id.parse(seller.site()), Id.parse(stream), MATERIAL),
        Id.parse(buyer.id()),
        Id.parse(buyer.site()),
        agreed,
        Client.signedIn(server, "trader-2", PASSWORD));
  }

  /// A producer alone, with its stream.
  Plant plant(Path stateFolder) throws IOException {
    Party seller = party(operator(stateFolder), "producer", 1);
    return new Plant(seller.trader(), Id.parse(stream(seller)));
  }

  private Client operator(Path stateFolder) throws IOException {
    String secret = Files.readString(stateFolder.resolve("first-operator-secret")).strip();
    Client.stranger(server)
        .post(
            "/bootstrap",
            "bench-bootstrap",
            0,
            """
            {"secret": "%s", "login": "operator", "password": "%s", "name": "operator"}
            """
                .formatted(secret, PASSWORD));
    return Client.signedIn(server, "operator", PASSWORD);
  }

  private static String stream(Party seller) {
    return Client.text(
        seller
            .trader()
            .post(
                "/streams",
                "bench-stream",
                0,
                """
                {"siteId": "%s", "materialKey": "%s", "classCode": "SW01", "name": "%s"}
                """
                    .formatted(seller.site(), MATERIAL, STREAM)),
        "id");
  }

  private Party party(Client operator, String kind, int number) {
    String organisation =
        operator.post(
            "/organisations",
            "bench-org-" + number,
            0,
            """
            {"uscc": "%s", "name": "%s %d", "nameEn": "Works %d", "kind": "%s", "adcode": "370300",
             "admin": {"login": "admin-%d", "password": "%s", "name": "admin"}}
            """
                .formatted(creditCode(number), kind, number, number, kind, number, PASSWORD));
    String id = Client.text(organisation, "id");
    operator.post(
        "/organisations/" + id + "/verification",
        "bench-verify-" + number,
        1,
        "{\"decision\": \"verified\"}");
    Client admin = Client.signedIn(server, "admin-" + number, PASSWORD);
    String site =
        admin.post(
            "/sites",
            "bench-site-" + number,
            0,
            """
            {"name": "works", "adcode": "370300", "latitude": 36.8, "longitude": 118.0}
            """);
    admin.post(
        "/members",
        "bench-member-" + number,
        0,
        """
        {"login": "trader-%d", "name": "trader", "role": "trader", "password": "%s"}
        """
            .formatted(number, PASSWORD));
    return new Party(
        id, Client.text(site, "id"), Client.signedIn(server, "trader-" + number, PASSWORD));
  }

  private Agreed agree(Party seller, Party buyer, String stream, int number) {
    String lot =
        seller
            .trader()
            .post(
                "/lots",
                "bench-lot-" + number,
                0,
                """
                {"streamId": "%s", "title": "slag", "saleMethod": "negotiation",
                 "quantityKind": "estimate", "quantityKg": %d, "priceYuanPerT": 10,
                 "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s", "qualities": []}
                """
                    .formatted(stream, AGREED_KG, today.minusDays(30), today.plusDays(60)));
    String offer =
        buyer
            .trader()
            .post(
                "/offers",
                "bench-offer-" + number,
                0,
                """
                {"lotId": "%s", "buyerSiteId": "%s", "quantityKg": %d, "priceYuanPerT": 10,
                 "governingScale": "buyer", "governingAssay": "third-party", "tolerancePct": 5,
                 "deliverFrom": "%s", "deliverTo": "%s", "pollutionTerms": "covered on the road, nothing spilled, use reported"}
                """
                    .formatted(
                        Client.text(lot, "id"),
                        buyer.site(),
                        AGREED_KG,
                        today,
                        today.plusDays(30)));
    String agreement =
        seller
            .trader()
            .post(
                "/offers/" + Client.text(offer, "id") + "/acceptance",
                "bench-accept-" + number,
                1,
                "{}");
    return new Agreed(Id.parse(Client.text(agreement, "id")), Client.text(agreement, "number"));
  }

  /// A unified social credit code (GB 32100-2015) of nobody.
  private static String creditCode(int number) {
    String body = String.format(Locale.ROOT, "91370300MA3T%05d", number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += CODE_ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + CODE_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private record Party(String id, String site, Client trader) {}

  /// @param gate who receives at the buyer's weighbridge
  record Trade(
      AccountKey.Origin origin, Id buyer, Id buyerSite, List<Agreed> agreements, Client gate) {}

  /// @param trader who trades for the producer
  record Plant(Client trader, Id stream) {}

  record Agreed(Id id, String number) {}
}
