package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.book.BookAccount;
import cn.wufei.exchange.ledger.book.StatementBook;
import cn.wufei.exchange.ledger.book.StatementLine;
import cn.wufei.exchange.ledger.book.StatementQuery;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads statements as their reader may see them.
@Singleton
class SeeStatements {

  /// How many lines of a file are read at once.
  private static final int BATCH = 1_000;

  private final StatementBook statements;
  private final SeeAccounts accounts;
  private final Names names;
  private final int fileLinesMax;

  SeeStatements(
      StatementBook statements,
      SeeAccounts accounts,
      Names names,
      @Value("${wufei.ledger.file-lines-max:100000}") int fileLinesMax) {
    this.statements = statements;
    this.accounts = accounts;
    this.names = names;
    this.fileLinesMax = fileLinesMax;
  }

  Outcome<Reader> ofAccount(Caller caller, Id id, Period.Days days) {
    return accounts
        .visible(caller, id)
        .map(account ->
            new Reader(
                caller,
                account,
                new StatementQuery(new StatementQuery.OfAccount(id), days.from(), days.to()),
                false));
  }

  Reader ofOrganisation(Caller caller, @Nullable Id organisationId, Period.Days days) {
    Id organisation = SeeAccounts.organisation(caller, organisationId);
    return new Reader(
        caller,
        null,
        new StatementQuery(
            new StatementQuery.OfOrganisation(
                organisation, SharedAccounts.seesMoneyOf(caller, organisation)),
            days.from(),
            days.to()),
        false);
  }

  /// All lines of the caller's organisation, the oldest first.
  void all(Caller caller, Consumer<LineView> sink) {
    var own = new StatementQuery.OfOrganisation(caller.organisationId());
    Reader reader = new Reader(caller, null, new StatementQuery(own, null, null), false);
    statements.all(own, BATCH, lines -> reader.views(lines).forEach(sink));
  }

  /// One posting for who may have its proof, with both its accounts: the leaf says them anyway.
  LineView line(Caller caller, StatementLine line) {
    var any =
        new StatementQuery(new StatementQuery.OfOrganisation(caller.organisationId()), null, null);
    return new Reader(caller, null, any, true).views(List.of(line)).getFirst();
  }

  /// Reads one statement for one reader.
  final class Reader {

    private final Caller caller;
    private final @Nullable BookAccount account;
    private final StatementQuery query;
    private final boolean showsBothAccounts;

    private Reader(
        Caller caller,
        @Nullable BookAccount account,
        StatementQuery query,
        boolean showsBothAccounts) {
      this.caller = caller;
      this.account = account;
      this.query = query;
      this.showsBothAccounts = showsBothAccounts;
    }

    LineView.Statement page(@Nullable Long before, int limit) {
      Page<StatementLine> page =
          Page.ofSurplus(
              statements.newest(query, before, limit + 1),
              limit,
              line -> Long.toString(line.number()));
      return new LineView.Statement(views(page.items()), page.next());
    }

    /// The whole statement as a file, oldest line first, or the refusal of one that is too long.
    Outcome<StatementFile> file() {
      if (statements.hasMoreThan(query, fileLinesMax)) {
        return Outcome.<StatementFile>refused(AccountRefusal.EXPORT_TOO_LARGE, "from")
            .with("linesMax", fileLinesMax);
      }
      return Outcome.done(
          new StatementFile(after -> views(statements.oldest(query, after, BATCH))));
    }

    private List<LineView> views(List<StatementLine> lines) {
      Names.OfLines named = names.ofLines(lines);
      return lines.stream().map(line -> view(line, named)).toList();
    }

    private LineView view(StatementLine line, Names.OfLines named) {
      BookAccount read = account;
      boolean comesIn = read != null && line.to().accountId().equals(read.id());
      Long change = read == null ? null : comesIn ? Long.valueOf(line.amount()) : -line.amount();
      Long held = read == null ? null : Long.valueOf((comesIn ? line.to() : line.from()).after());
      return new LineView(
          line.number(),
          line.block(),
          line.kind(),
          line.subjectId(),
          named.number(line.subjectId()),
          line.reference(),
          line.occurredOn(),
          line.recordedAt(),
          line.reversesId() != null,
          line.unit(),
          line.amount(),
          change,
          held,
          side(line.from(), named),
          side(line.to(), named),
          mayProve(caller, line));
    }

    private LineView.SideView side(StatementLine.Side side, Names.OfLines named) {
      boolean open =
          showsBothAccounts
              || caller.role().seesAll()
              || side.isOf(caller.organisationId())
              || (account != null && account.id().equals(side.accountId()));
      return new LineView.SideView(
          open ? side.accountId() : null,
          side.kind(),
          named.owner(side),
          side.generationYear(),
          open ? side.after() : null);
    }
  }

  /// A proof says what both accounts held after the posting. It is for those to whom one of them
  /// belongs, and, unless it is about money, for authorities.
  static boolean mayProve(Caller caller, StatementLine line) {
    return SharedAccounts.seesAll(caller, line.unit())
        || line.from().isOf(caller.organisationId())
        || line.to().isOf(caller.organisationId());
  }
}
