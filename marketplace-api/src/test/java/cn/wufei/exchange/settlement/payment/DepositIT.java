package cn.wufei.exchange.settlement.payment;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The buyer lodges a deposit with the seller.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DepositIT {

  @Test
  void a_deposit_is_held_set_off_kept_and_given_back() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    accounts.stated();
    Http.Answer lodged = accounts.buyer().post("/deposits", accounts.deposit(100_000)).expect(201);
    assertThat(accounts.held("deposit")).isZero();
    Http.Answer held = confirm(accounts, lodged).expect(200);
    assertThat(accounts.held("deposit")).isEqualTo(100_000);

    Http.Answer offset = move(accounts, held, "offset", 50_000).expect(200);
    Http.Answer kept = move(accounts, offset, "forfeit", 10_000).expect(200);

    assertThat(kept.number("heldFen")).isEqualTo(40_000);
    assertThat(accounts.held("deposit")).isEqualTo(40_000);
    assertThat(accounts.held("forfeited")).isEqualTo(10_000);
    assertThat(accounts.held("due")).isEqualTo(100_000);
    assertThat(seen(accounts, lodged).text("moves/1/reason")).isEqualTo("按协议");
    assertProblem(move(accounts, kept, "forfeit", 40_001), 409, "deposit-short");
    Http.Answer released = release(accounts, kept, 40_000).expect(200);
    Http.Answer empty = answerRelease(accounts, released, 2, "confirmation").expect(200);
    assertThat(empty.number("heldFen")).isZero();
    assertThat(accounts.held("deposit")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void a_release_moves_nothing_until_who_lodged_the_deposit_confirms_it() {
    Accounts accounts = Accounts.at(50);
    Http.Answer held = held(accounts, 700);

    Http.Answer recorded = release(accounts, held, 300).expect(200);

    assertThat(recorded.text("moves/0/status")).isEqualTo("recorded");
    assertThat(recorded.text("moves/0/bankReference")).startsWith("T-");
    assertThat(recorded.number("heldFen")).isEqualTo(700);
    assertThat(accounts.held("deposit")).isEqualTo(700);
    assertThat(accounts.buyer().get("/settlement/overview").number("depositsWaiting")).isEqualTo(1);
    assertProblem(
        accounts.seller().ifMatch(3).post(pathOf(recorded, 0) + "/confirmation"),
        403,
        "not-the-lodger");
    Http.Answer confirmed = answerRelease(accounts, recorded, 0, "confirmation").expect(200);
    assertThat(confirmed.text("moves/0/status")).isEqualTo("confirmed");
    assertThat(confirmed.number("heldFen")).isEqualTo(400);
    assertThat(accounts.held("deposit")).isEqualTo(400);
    assertThat(accounts.buyer().get("/settlement/overview").number("depositsWaiting")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void a_release_that_did_not_come_or_was_withdrawn_moves_nothing_and_may_be_told_anew() {
    Accounts accounts = Accounts.at(50);
    Http.Answer held = held(accounts, 700);
    Map<String, Object> release = releaseBody(accounts, 700);
    Http.Answer first =
        accounts.seller().ifMatch(2).post("/deposits/" + held.text("id") + "/release", release);

    Http.Answer rejected =
        accounts
            .buyer()
            .ifMatch(3)
            .post(pathOf(first.expect(200), 0) + "/rejection", body("reason", "未到账"))
            .expect(200);
    Http.Answer second =
        accounts
            .seller()
            .ifMatch(4)
            .post("/deposits/" + held.text("id") + "/release", release)
            .expect(200);
    Http.Answer withdrawn =
        accounts.seller().ifMatch(5).post(pathOf(second, 1) + "/withdrawal").expect(200);

    assertThat(rejected.text("moves/0/rejectionReason")).isEqualTo("未到账");
    assertThat(withdrawn.text("moves/1/status")).isEqualTo("withdrawn");
    assertThat(withdrawn.number("heldFen")).isEqualTo(700);
    assertThat(accounts.held("deposit")).isEqualTo(700);
  }

  @Test
  void what_waits_to_be_released_is_neither_kept_nor_set_off_nor_released_as_well() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    accounts.stated();
    Http.Answer recorded = release(accounts, held(accounts, 700), 600).expect(200);

    for (Http.Answer more :
        List.of(
            move(accounts, recorded, "forfeit", 101),
            move(accounts, recorded, "offset", 101),
            release(accounts, recorded, 101))) {
      assertProblem(more, 409, "deposit-short");
      assertThat(more.number("facts/heldFen")).isEqualTo(700);
      assertThat(more.number("facts/waitingFen")).isEqualTo(600);
    }

    Http.Answer kept = move(accounts, recorded, "forfeit", 100).expect(200);
    Http.Answer empty = answerRelease(accounts, kept, 0, "confirmation").expect(200);
    assertThat(empty.number("heldFen")).isZero();
    assertThat(accounts.held("deposit")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void what_the_holder_withdraws_from_release_it_may_keep() {
    Accounts accounts = Accounts.at(50);
    Http.Answer recorded = release(accounts, held(accounts, 700), 700).expect(200);

    Http.Answer withdrawn =
        accounts.seller().ifMatch(3).post(pathOf(recorded, 0) + "/withdrawal").expect(200);

    assertThat(move(accounts, withdrawn, "forfeit", 700).expect(200).number("heldFen")).isZero();
  }

  @Test
  void what_lies_in_a_month_that_was_closed_since_is_confirmed_today() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> deposit = accounts.deposit(700);
    deposit.put("lodgedOn", accounts.lastMonth().atDay(3).toString());
    Http.Answer lodged = accounts.buyer().post("/deposits", deposit).expect(201);
    accounts.closeLastMonth(accounts.buyerOrganisation());

    Http.Answer held = confirm(accounts, lodged).expect(200);
    Map<String, Object> release = releaseBody(accounts, 700);
    release.put("occurredOn", accounts.lastMonth().atDay(4).toString());
    Http.Answer recorded =
        accounts
            .seller()
            .ifMatch(2)
            .post("/deposits/" + held.text("id") + "/release", release)
            .expect(200);
    assertThat(accounts.held("deposit")).isEqualTo(700);
    answerRelease(accounts, recorded, 0, "confirmation").expect(200);

    assertThat(accounts.held("deposit")).isZero();
    assertThat(accounts.buyer().get("/ledger/statement").expect(200).text("items/0/occurredOn"))
        .isEqualTo(accounts.trade().today().toString());
  }

  @Test
  void what_was_posted_later_than_it_was_lodged_is_not_moved_before_it() {
    Accounts accounts = Accounts.at(50);
    YearMonth lodgedIn = accounts.lastMonth().minusMonths(1);
    Map<String, Object> deposit = accounts.deposit(700);
    deposit.put("lodgedOn", lodgedIn.atDay(3).toString());
    Http.Answer lodged = accounts.buyer().post("/deposits", deposit).expect(201);
    accounts.close(accounts.buyerOrganisation(), lodgedIn);
    confirm(accounts, lodged).expect(200);
    String path = "/deposits/" + lodged.text("id");
    Map<String, Object> release = releaseBody(accounts, 300);
    release.put("occurredOn", accounts.lastMonth().atDay(4).toString());
    Map<String, Object> forfeit = moveBody(accounts, 400);
    forfeit.put("occurredOn", accounts.lastMonth().atDay(5).toString());

    Http.Answer recorded = accounts.seller().ifMatch(2).post(path + "/release", release);
    answerRelease(accounts, recorded.expect(200), 0, "confirmation").expect(200);
    Http.Answer kept = accounts.seller().ifMatch(4).post(path + "/forfeit", forfeit).expect(200);

    assertThat(kept.text("moves/1/occurredOn")).isEqualTo(forfeit.get("occurredOn"));
    String today = accounts.trade().today().toString();
    assertThat(course(accounts, lodgedIn.atDay(1).toString(), today))
        .isEqualTo("[{\"on\":\"" + today + "\",\"cameIn\":700,\"wentOut\":700,\"held\":0}]");
  }

  @Test
  void a_deposit_that_nobody_answered_is_withdrawn_and_may_be_told_anew() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> deposit = accounts.deposit(700);
    Http.Answer wrong = accounts.buyer().post("/deposits", deposit).expect(201);

    Http.Answer withdrawn =
        accounts
            .buyer()
            .ifMatch(1)
            .post("/deposits/" + wrong.text("id") + "/withdrawal")
            .expect(200);

    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
    assertProblem(confirm(accounts, withdrawn), 409, "deposit-answered");
    deposit.put("amountFen", 800);
    confirm(accounts, accounts.buyer().post("/deposits", deposit).expect(201)).expect(200);
    assertThat(accounts.held("deposit")).isEqualTo(800);
  }

  @Test
  void a_release_without_a_bank_reference_names_its_field() {
    Accounts accounts = Accounts.at(50);
    Http.Answer held = held(accounts, 700);
    Map<String, Object> release = releaseBody(accounts, 700);
    release.put("bankReference", " ");

    Http.Answer answer =
        accounts.seller().ifMatch(2).post("/deposits/" + held.text("id") + "/release", release);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly("bankReference");
  }

  @Test
  void strangers_and_authorities_see_no_deposit() {
    Accounts accounts = Accounts.at(50);
    Http.Answer recorded = release(accounts, held(accounts, 700), 700).expect(200);
    String path = "/deposits/" + recorded.text("id");
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    assertProblem(stranger.get(path), 404, "not-found");
    for (String of : new String[] {path, pathOf(recorded, 0)}) {
      assertProblem(stranger.ifMatch(3).post(of + "/confirmation"), 404, "not-found");
      assertProblem(stranger.ifMatch(3).post(of + "/withdrawal"), 404, "not-found");
      assertProblem(
          stranger.ifMatch(3).post(of + "/rejection", body("reason", "x")), 404, "not-found");
    }
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get(path).status()).isEqualTo(403);
    assertProblem(stranger.post("/deposits", accounts.deposit(700)), 404, "not-found");
    assertThat(stranger.get("/deposits").expect(200).json().at("/items")).isEmpty();
    assertThat(
            accounts
                .seller()
                .get("/deposits?agreementId=" + accounts.agreementId())
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DepositRefusal.class)
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(DepositRefusal reason) {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> deposit = accounts.deposit(700);
    Http.Answer answer =
        switch (reason) {
          case LODGED_IN_FUTURE -> {
            deposit.put("lodgedOn", accounts.trade().today().plusDays(1).toString());
            yield refused(() -> accounts.buyer().post("/deposits", deposit));
          }
          case LODGED_TOO_EARLY -> {
            deposit.put("lodgedOn", "1999-12-31");
            yield refused(() -> accounts.buyer().post("/deposits", deposit));
          }
          case DEPOSIT_REFERENCE_USED -> {
            accounts.buyer().post("/deposits", deposit).expect(201);
            deposit.put("amountFen", 701);
            yield refused(() -> accounts.buyer().post("/deposits", deposit));
          }
          case NOT_THE_HOLDER -> {
            String id = accounts.buyer().post("/deposits", deposit).expect(201).text("id");
            yield refused(
                () -> accounts.buyer().ifMatch(1).post("/deposits/" + id + "/confirmation"));
          }
          case NOT_THE_LODGER -> {
            String id = accounts.buyer().post("/deposits", deposit).expect(201).text("id");
            yield refused(
                () -> accounts.seller().ifMatch(1).post("/deposits/" + id + "/withdrawal"));
          }
          case DEPOSIT_ANSWERED -> {
            Http.Answer held = held(accounts, 700);
            yield refused(() -> confirm(accounts, held));
          }
          case DEPOSIT_NOT_HELD -> {
            Http.Answer lodged = accounts.buyer().post("/deposits", deposit).expect(201);
            yield refused(() -> release(accounts, lodged, 1));
          }
          case RELEASE_ANSWERED -> {
            Http.Answer recorded = release(accounts, held(accounts, 700), 1).expect(200);
            Http.Answer done = answerRelease(accounts, recorded, 0, "confirmation").expect(200);
            yield refused(() -> answerRelease(accounts, done, 0, "confirmation"));
          }
          case MOVED_BEFORE_LODGED, DEPOSIT_SHORT, RELEASE_REFERENCE_USED, NOTHING_DUE ->
              refusedMove(accounts, held(accounts, 700), reason);
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(reason.code());
  }

  private static Http.Answer refusedMove(
      Accounts accounts, Http.Answer held, DepositRefusal reason) {
    String path = "/deposits/" + held.text("id") + "/release";
    Map<String, Object> release = releaseBody(accounts, 1);
    return switch (reason) {
      case MOVED_BEFORE_LODGED -> {
        release.put("occurredOn", accounts.trade().today().minusDays(1).toString());
        yield refused(() -> accounts.seller().ifMatch(2).post(path, release));
      }
      case DEPOSIT_SHORT -> refused(() -> move(accounts, held, "forfeit", 701));
      case RELEASE_REFERENCE_USED -> {
        accounts.seller().ifMatch(2).post(path, release).expect(200);
        yield refused(() -> accounts.seller().ifMatch(3).post(path, release));
      }
      case NOTHING_DUE -> refused(() -> move(accounts, held, "offset", 1));
      default -> throw new IllegalArgumentException("not of a move: " + reason);
    };
  }

  private static String course(Accounts accounts, String from, String to) {
    Http buyer = accounts.buyer();
    String account = buyer.get("/ledger/accounts?kind=deposit").expect(200).text("items/0/id");
    return buyer
        .get("/ledger/accounts/" + account + "/days?from=" + from + "&to=" + to)
        .expect(200)
        .json()
        .at("/days")
        .toString();
  }

  private static Http.Answer refused(Supplier<Http.Answer> write) {
    Map<String, Long> before = Books.rowCounts();
    Http.Answer answer = write.get();
    assertThat(Books.rowCounts()).isEqualTo(before);
    return answer;
  }

  private static Http.Answer held(Accounts accounts, long fen) {
    return confirm(accounts, accounts.buyer().post("/deposits", accounts.deposit(fen)).expect(201))
        .expect(200);
  }

  private static Http.Answer confirm(Accounts accounts, Http.Answer deposit) {
    return accounts
        .seller()
        .ifMatch(deposit.number("version"))
        .post("/deposits/" + deposit.text("id") + "/confirmation");
  }

  private static Http.Answer seen(Accounts accounts, Http.Answer deposit) {
    return accounts.buyer().get("/deposits/" + deposit.text("id")).expect(200);
  }

  private static Map<String, Object> moveBody(Accounts accounts, long fen) {
    return body(
        "amountFen", fen, "occurredOn", accounts.trade().today().toString(), "reason", "按协议");
  }

  private static Map<String, Object> releaseBody(Accounts accounts, long fen) {
    Map<String, Object> release = moveBody(accounts, fen);
    release.put("bankReference", "T-" + Fixtures.nextNumber());
    return release;
  }

  private static Http.Answer move(Accounts accounts, Http.Answer deposit, String how, long fen) {
    return accounts
        .seller()
        .ifMatch(deposit.number("version"))
        .post("/deposits/" + deposit.text("id") + "/" + how, moveBody(accounts, fen));
  }

  private static Http.Answer release(Accounts accounts, Http.Answer deposit, long fen) {
    return accounts
        .seller()
        .ifMatch(deposit.number("version"))
        .post("/deposits/" + deposit.text("id") + "/release", releaseBody(accounts, fen));
  }

  private static String pathOf(Http.Answer deposit, int move) {
    return "/deposits/" + deposit.text("id") + "/releases/" + deposit.text("moves/" + move + "/id");
  }

  private static Http.Answer answerRelease(
      Accounts accounts, Http.Answer deposit, int move, String how) {
    return accounts
        .buyer()
        .ifMatch(deposit.number("version"))
        .post(pathOf(deposit, move) + "/" + how);
  }
}
