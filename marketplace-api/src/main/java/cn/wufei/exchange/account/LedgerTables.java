package cn.wufei.exchange.account;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.book.AccountBook;
import cn.wufei.exchange.ledger.book.AccountQuery;
import cn.wufei.exchange.ledger.book.BookAccount;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The accounts that the organisation owns or is the counterparty of, and all postings to them.
/// Each unit has columns of its own, so that promises, tonnes and money are never summed up
/// together.
@Factory
class LedgerTables {

  private static final String ACCOUNTS = "ledger-accounts";

  /// An account as it is shown, and what all postings to it add up to.
  record OwnAccount(AccountView view, BookAccount totals) {}

  @Singleton
  ExportTable<OwnAccount> accounts(AccountBook accounts, Names names) {
    return new OwnTable<>(
        new ExportTable.Title(700, ACCOUNTS, "账户", "Ledger accounts"),
        totals(heads()),
        (caller, sink) -> {
          var own =
              new AccountQuery(caller.organisationId(), null, null, null, null, null, false, true);
          Pieces.eachPiece(
              (before, limit) -> accounts.find(own, before, limit),
              BookAccount::id,
              piece -> {
                Names.OfAccounts named = names.ofAccounts(piece);
                piece.forEach(account -> sink.accept(new OwnAccount(named.view(account), account)));
              });
        });
  }

  private static Columns<OwnAccount> heads() {
    return new Columns<OwnAccount>()
        .id("id", "标识", "Id", row -> row.view().id())
        .whole("number", "账户号", "Number", row -> row.view().number())
        .text("unit", "计量", "Unit", row -> row.view().unit())
        .text("kind", "账户类型", "Kind", row -> row.view().kind())
        .text("owner", "所有者", "Owner", row -> row.view().owner().name())
        .text("counterparty", "对方", "Counterparty", LedgerTables::counterparty)
        .id("subjectId", "所属标识", "Subject id", row -> row.view().subjectId())
        .text("subjectNumber", "所属编号", "Subject number", row -> row.view().subjectNumber())
        .text("siteName", "厂址", "Site", row -> row.view().siteName())
        .id("streamId", "固废流标识", "Stream id", row -> row.view().streamId())
        .text("streamName", "固废流", "Stream", row -> row.view().streamName())
        .text("materialKey", "物料代码", "Material key", row -> row.view().materialKey())
        .whole("generationYear", "产生年度", "Year of generation", row -> row.view().generationYear())
        .yesNo("closed", "已关闭", "Closed", row -> row.view().closed())
        .time("openedAt", "开立时间", "Opened", row -> row.view().openedAt());
  }

  private static Columns<OwnAccount> totals(Columns<OwnAccount> columns) {
    return columns
        .kg("cameInCommitmentKg", "累计转入：承诺", "Came in: promised", cameIn(Unit.COMMITMENT_KG))
        .kg("wentOutCommitmentKg", "累计转出：承诺", "Went out: promised", wentOut(Unit.COMMITMENT_KG))
        .kg("heldCommitmentKg", "结存：承诺", "Held: promised", held(Unit.COMMITMENT_KG))
        .kg("cameInMassKg", "累计转入：实物", "Came in: mass", cameIn(Unit.MASS_KG))
        .kg("wentOutMassKg", "累计转出：实物", "Went out: mass", wentOut(Unit.MASS_KG))
        .kg("heldMassKg", "结存：实物", "Held: mass", held(Unit.MASS_KG))
        .yuan("cameInMoney", "累计转入：金额", "Came in: money", cameIn(Unit.MONEY_FEN))
        .yuan("wentOutMoney", "累计转出：金额", "Went out: money", wentOut(Unit.MONEY_FEN))
        .yuan("heldMoney", "结存：金额", "Held: money", held(Unit.MONEY_FEN));
  }

  /// As the organisation's statement shows them, oldest first. Which account of another
  /// organisation was the other side is not said, only its kind and whose it is.
  @Singleton
  ExportTable<LineView> postings(SeeStatements statements) {
    return new OwnTable<>(
            new ExportTable.Title(710, "ledger-postings", "账本分录", "Ledger postings"),
            new Columns<LineView>()
                .whole("number", "分录号", "Posting", LineView::number)
                .whole("block", "区块", "Block", LineView::block)
                .time("recordedAt", "记录时间", "Recorded", LineView::recordedAt)
                .day("occurredOn", "发生日期", "Occurred on", LineView::occurredOn)
                .text("kind", "事项", "Kind", LineView::kind)
                .yesNo("reversal", "冲销", "Reversal", LineView::reversal)
                .id("subjectId", "所属标识", "Subject id", LineView::subjectId)
                .text("subjectNumber", "所属编号", "Subject number", LineView::subjectNumber)
                .text("reference", "凭据", "Reference", LineView::reference)
                .text("unit", "计量", "Unit", LineView::unit)
                .text("fromKind", "转出账户类型", "From: kind", line -> line.from().kind())
                .text("fromOwner", "转出方", "From: owner", line -> line.from().owner().name())
                .id("fromAccountId", "转出账户标识", "From: account id", line -> line.from().accountId())
                .text("toKind", "转入账户类型", "To: kind", line -> line.to().kind())
                .text("toOwner", "转入方", "To: owner", line -> line.to().owner().name())
                .id("toAccountId", "转入账户标识", "To: account id", line -> line.to().accountId())
                .whole("generationYear", "产生年度", "Year of generation", LedgerTables::year)
                .kg("amountCommitmentKg", "数量：承诺", "Amount: promised", amount(Unit.COMMITMENT_KG))
                .kg("amountMassKg", "数量：实物", "Amount: mass", amount(Unit.MASS_KG))
                .yuan("amountMoney", "数量：金额", "Amount: money", amount(Unit.MONEY_FEN))
                .kg("inCommitmentKg", "转入本方：承诺", "Own in: promised", in(Unit.COMMITMENT_KG))
                .kg("outCommitmentKg", "转出本方：承诺", "Own out: promised", out(Unit.COMMITMENT_KG))
                .kg("inMassKg", "转入本方：实物", "Own in: mass", in(Unit.MASS_KG))
                .kg("outMassKg", "转出本方：实物", "Own out: mass", out(Unit.MASS_KG))
                .yuan("inMoney", "转入本方：金额", "Own in: money", in(Unit.MONEY_FEN))
                .yuan("outMoney", "转出本方：金额", "Own out: money", out(Unit.MONEY_FEN)),
            statements::all)
        .withEqual("inCommitmentKg", ACCOUNTS, "cameInCommitmentKg")
        .withEqual("outCommitmentKg", ACCOUNTS, "wentOutCommitmentKg")
        .withEqual("inMassKg", ACCOUNTS, "cameInMassKg")
        .withEqual("outMassKg", ACCOUNTS, "wentOutMassKg")
        .withEqual("inMoney", ACCOUNTS, "cameInMoney")
        .withEqual("outMoney", ACCOUNTS, "wentOutMoney");
  }

  private static @Nullable String counterparty(OwnAccount row) {
    OrganisationRef counterparty = row.view().counterparty();
    return counterparty == null ? null : counterparty.name();
  }

  private static Columns.Of<OwnAccount, Long> cameIn(Unit unit) {
    return row -> isIn(unit, row) ? row.totals().cameIn() : null;
  }

  private static Columns.Of<OwnAccount, Long> wentOut(Unit unit) {
    return row -> isIn(unit, row) ? row.totals().wentOut() : null;
  }

  private static Columns.Of<OwnAccount, Long> held(Unit unit) {
    return row -> isIn(unit, row) ? row.totals().held() : null;
  }

  private static boolean isIn(Unit unit, OwnAccount row) {
    return row.totals().unit().equals(unit.code());
  }

  private static @Nullable Integer year(LineView line) {
    Integer year = line.from().generationYear();
    return year == null ? line.to().generationYear() : year;
  }

  private static Columns.Of<LineView, Long> amount(Unit unit) {
    return line -> line.unit().equals(unit.code()) ? line.amount() : null;
  }

  /// What came into an account of the organisation; a posting between two of them comes in as well
  /// as it goes out.
  private static Columns.Of<LineView, Long> in(Unit unit) {
    return line -> moved(unit, line, line.to());
  }

  private static Columns.Of<LineView, Long> out(Unit unit) {
    return line -> moved(unit, line, line.from());
  }

  private static @Nullable Long moved(Unit unit, LineView line, LineView.SideView side) {
    return line.unit().equals(unit.code()) && side.accountId() != null ? line.amount() : null;
  }
}
