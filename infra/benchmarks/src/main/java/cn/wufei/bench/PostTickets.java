package cn.wufei.bench;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Together;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.sql.ManyRows;
import java.util.List;
import org.jooq.DSLContext;

/// A use case that takes many commands at once, as receipts of loads do: it posts a transfer for
/// each and keeps one business row with it.
final class PostTickets implements Together<PostTickets.Command, Transfer> {

  static final List<String> COLUMNS =
      List.of("id", "reference", "from_account", "to_account", "net_kg", "plate", "weighed_at");

  private final Journal journal;
  private final DSLContext sql;

  PostTickets(Journal journal, DSLContext sql) {
    this.journal = journal;
    this.sql = sql;
  }

  @Override
  public List<Outcome<Transfer>> handleAll(List<Command> commands) {
    List<Outcome<Transfer>> outcomes =
        journal.postAll(commands.stream().map(Command::draft).toList());
    ManyRows rows = new ManyRows("bench_ticket", COLUMNS, "");
    for (int i = 0; i < commands.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Done<Transfer>) {
        add(rows, commands.get(i));
      }
    }
    sql.connection(rows::execute);
    return outcomes;
  }

  private static void add(ManyRows rows, Command command) {
    rows.add(
        command.draft().subject(),
        command.draft().reference(),
        command.from(),
        command.to(),
        command.draft().moves().getFirst().amount(),
        command.plate(),
        command.draft().occurredAt());
  }

  /// A ticket to be posted; the numbers of its accounts are kept in the business row.
  record Command(TransferDraft draft, long from, long to, String plate) {}
}
