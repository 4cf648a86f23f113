package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Together;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.sql.ManyRows;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// A use case as the product's own are: it posts a transfer and keeps one business row with it.
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
    List<Outcome<Transfer>> answers = new ArrayList<>(outcomes.size());
    for (int i = 0; i < commands.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Done<Transfer>) {
        Command command = commands.get(i);
        rows.add(
            command.draft().subject(),
            command.draft().reference(),
            command.from(),
            command.to(),
            command.draft().moves().getFirst().amount(),
            command.plate(),
            command.draft().occurredAt());
      }
      answers.add(outcomes.get(i));
    }
    sql.connection(rows::execute);
    return answers;
  }

  /// A ticket to be posted; the numbers of its accounts are kept in the business row.
  record Command(TransferDraft draft, long from, long to, String plate) {

    static Id subject() {
      return Id.next();
    }
  }
}
