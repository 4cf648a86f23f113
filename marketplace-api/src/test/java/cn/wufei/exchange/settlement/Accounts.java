package cn.wufei.exchange.settlement;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The steps of settling a trade through the API. Bodies are accepted as they are; a test changes
/// what it is about.
public final class Accounts {

  private static final int QUANTITY_KG = 300_000;

  private final Trade trade;
  private final String agreementId;

  private Accounts(Trade trade, String agreementId) {
    this.trade = trade;
    this.agreementId = agreementId;
  }

  /// An agreement at that price, of which nothing was loaded.
  public static Accounts at(double priceYuanPerT) {
    return at(priceYuanPerT, "third-party");
  }

  public static Accounts at(double priceYuanPerT, String governingAssay) {
    return at(priceYuanPerT, governingAssay, List.of());
  }

  /// @param adjustments how the price moves with quality
  public static Accounts at(
      double priceYuanPerT, String governingAssay, List<Map<String, Object>> adjustments) {
    return under(
        body(
            "priceYuanPerT",
            priceYuanPerT,
            "governingAssay",
            governingAssay,
            "adjustments",
            adjustments));
  }

  /// @param terms that the offer has besides the usual ones, or in their place
  public static Accounts under(Map<String, Object> terms) {
    Trade trade = Trade.begin();
    trade.enter("generation", QUANTITY_KG);
    Map<String, Object> offer = trade.offer(trade.publish(QUANTITY_KG).text("id"), QUANTITY_KG);
    offer.putAll(terms);
    Http.Answer proposed = trade.buyer().post("/offers", offer).expect(201);
    return new Accounts(trade, trade.accept(proposed).expect(201).text("id"));
  }

  public Trade trade() {
    return trade;
  }

  public String agreementId() {
    return agreementId;
  }

  public Http seller() {
    return trade.seller();
  }

  public Http buyer() {
    return trade.buyer();
  }

  public TestOrganisation sellerOrganisation() {
    return trade.producer();
  }

  public TestOrganisation buyerOrganisation() {
    return trade.receiver();
  }

  /// The month in which loads are received.
  public String month() {
    return YearMonth.from(LocalCalendar.dayOf(trade.receivedAt())).toString();
  }

  /// The month before the one in which the test runs.
  public YearMonth lastMonth() {
    return YearMonth.from(trade.today()).minusMonths(1);
  }

  public void closeLastMonth(TestOrganisation organisation) {
    close(organisation, lastMonth());
  }

  public void close(TestOrganisation organisation, YearMonth month) {
    Http.as(organisation.admin())
        .post("/organisations/" + organisation.id() + "/months/" + month + "/closing")
        .expect(200);
  }

  /// A load that arrived as it left, all of it accepted.
  public Http.Answer deliver(long netKg) {
    Http.Answer load = trade.dispatch(agreementId, netKg);
    return trade.receive(load, trade.receipt(netKg, 0)).expect(200);
  }

  /// Both agree that a receipt was recorded wrongly; the load is on its way again.
  public void voidReceipt(Http.Answer load) {
    Corrections.approve(
        seller(), Corrections.propose(buyer(), Corrections.voiding("receipt", load.text("id"))));
  }

  /// A statement by the seller.
  public Map<String, Object> draft() {
    return body(
        "counterpartyId",
        buyerOrganisation().id().toString(),
        "side",
        "seller",
        "month",
        month(),
        "taxIncluded",
        true,
        "usePrepayment",
        false);
  }

  public Http.Answer propose() {
    return seller().post("/statements", draft()).expect(201);
  }

  public Http.Answer agree(Http.Answer statement) {
    return buyer()
        .ifMatch(statement.number("version"))
        .post("/statements/" + statement.text("id") + "/agreement");
  }

  /// What was received so far, agreed by both.
  public Http.Answer stated() {
    return agree(propose()).expect(200);
  }

  /// A report of two points of moisture above the basis.
  public Map<String, Object> assay(Http.Answer... loads) {
    return body(
        "agreementId",
        agreementId,
        "loadIds",
        Arrays.stream(loads).map(load -> load.text("id")).toList(),
        "laboratory",
        "淄博某检测公司",
        "reportNumber",
        "HY-" + Fixtures.nextNumber(),
        "sampledOn",
        trade.today().toString(),
        "terms",
        body(
            "moisturePct",
            12,
            "moistureBasisPct",
            10,
            "impurityBasisPct",
            0,
            "deductionRule",
            "excess-points"),
        "results",
        List.of(body("parameter", "moisture", "measured", 12)));
  }

  public Map<String, Object> payment(long fen) {
    return body(
        "payeeId",
        sellerOrganisation().id().toString(),
        "purpose",
        "due",
        "amountFen",
        fen,
        "paidOn",
        trade.today().toString(),
        "bankReference",
        "B-" + Fixtures.nextNumber());
  }

  public Http.Answer pay(long fen) {
    Http.Answer payment = buyer().post("/payments", payment(fen)).expect(201);
    return confirm(payment).expect(200);
  }

  public Http.Answer confirm(Http.Answer payment) {
    return seller()
        .ifMatch(payment.number("version"))
        .post("/payments/" + payment.text("id") + "/confirmation");
  }

  public Map<String, Object> deposit(long fen) {
    return body(
        "agreementId",
        agreementId,
        "amountFen",
        fen,
        "lodgedOn",
        trade.today().toString(),
        "bankReference",
        "D-" + Fixtures.nextNumber());
  }

  /// What the ledger holds in accounts of a kind between the two.
  public long held(String kind) {
    return Books.heldBetween(kind, sellerOrganisation().id(), buyerOrganisation().id());
  }

  /// Fails unless every unit of the ledger sums to zero and no balance has drifted.
  public static void assertBooksBalance() {
    for (String unit : List.of("commitment-kg", "mass-kg", "money-fen")) {
      assertThat(Books.sumOf(unit)).as(unit).isZero();
    }
    assertThat(Books.accountsThatDrifted()).isZero();
  }
}
