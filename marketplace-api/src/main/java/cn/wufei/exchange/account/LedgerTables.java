package cn.wufei.exchange.account;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
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

  @Singleton
  ExportTable<AccountView> accounts(AccountBook accounts, Names names) {
    return new OwnTable<>(
        new ExportTable.Title(700, ACCOUNTS, "账户", "Ledger accounts"),
        new Columns<AccountView>()
            .id("id", "标识", "Id", AccountView::id)
            .whole("number", "账户号", "Number", AccountView::number)
            .text("unit", "计量", "Unit", AccountView::unit)
            .text("kind", "账户类型", "Kind", AccountView::kind)
            .text("owner", "所有者", "Owner", account -> account.owner().name())
            .text("counterparty", "对方", "Counterparty", LedgerTables::counterparty)
            .id("subjectId", "所属标识", "Subject id", AccountView::subjectId)
            .text("subjectNumber", "所属编号", "Subject number", AccountView::subjectNumber)
            .text("siteName", "厂址", "Site", AccountView::siteName)
            .id("streamId", "固废流标识", "Stream id", AccountView::streamId)
            .text("streamName", "固废流", "Stream", AccountView::streamName)
            .text("materialKey", "物料代码", "Material key", AccountView::materialKey)
            .whole("generationYear", "产生年度", "Year of generation", AccountView::generationYear)
            .yesNo("closed", "已关闭", "Closed", AccountView::closed)
            .time("openedAt", "开立时间", "Opened", AccountView::openedAt)
            .kg("heldCommitmentKg", "结存：承诺", "Held: promised", held(Unit.COMMITMENT_KG))
            .kg("heldMassKg", "结存：实物", "Held: mass", held(Unit.MASS_KG))
            .yuan("heldMoney", "结存：金额", "Held: money", held(Unit.MONEY_FEN)),
        (caller, sink) -> {
          var own =
              new AccountQuery(caller.organisationId(), null, null, null, null, null, false, true);
          Pieces.eachPiece(
              (before, limit) -> accounts.find(own, before, limit),
              BookAccount::id,
              piece -> {
                Names.OfAccounts named = names.ofAccounts(piece);
                piece.forEach(account -> sink.accept(named.view(account)));
              });
        });
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
                .kg(
                    "changeCommitmentKg",
                    "本方变动：承诺",
                    "Own change: promised",
                    change(Unit.COMMITMENT_KG))
                .kg("changeMassKg", "本方变动：实物", "Own change: mass", change(Unit.MASS_KG))
                .yuan("changeMoney", "本方变动：金额", "Own change: money", change(Unit.MONEY_FEN)),
            statements::all)
        .withEqual("changeCommitmentKg", ACCOUNTS, "heldCommitmentKg")
        .withEqual("changeMassKg", ACCOUNTS, "heldMassKg")
        .withEqual("changeMoney", ACCOUNTS, "heldMoney");
  }

  private static @Nullable String counterparty(AccountView account) {
    return account.counterparty() == null ? null : account.counterparty().name();
  }

  private static Columns.Of<AccountView, Long> held(Unit unit) {
    return account -> account.unit().equals(unit.code()) ? account.held() : null;
  }

  private static @Nullable Integer year(LineView line) {
    Integer year = line.from().generationYear();
    return year == null ? line.to().generationYear() : year;
  }

  private static Columns.Of<LineView, Long> amount(Unit unit) {
    return line -> line.unit().equals(unit.code()) ? line.amount() : null;
  }

  /// Between two accounts of the organisation its holdings stay as they are.
  private static Columns.Of<LineView, Long> change(Unit unit) {
    return line -> {
      if (!line.unit().equals(unit.code())) {
        return null;
      }
      long in = line.to().accountId() == null ? 0 : line.amount();
      long out = line.from().accountId() == null ? 0 : line.amount();
      return in - out;
    };
  }
}
