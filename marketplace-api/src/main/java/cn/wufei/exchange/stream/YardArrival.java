package cn.wufei.exchange.stream;

import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Brings tonnes of one stream into the yard of another: first against what left there unrecorded,
/// then on hand, each tonne in the generation year that it has. It is not generated a second time.
@Singleton
class YardArrival {

  private final Journal journal;

  YardArrival(Journal journal) {
    this.journal = journal;
  }

  /// @param year in which they arrive
  /// @param layers where the tonnes come from, oldest generation year first
  List<Move> of(AccountKey.Origin yard, int year, List<Layer> layers) {
    long kg = layers.stream().mapToLong(Layer::kg).sum();
    List<Move> open = new ArrayList<>();
    if (kg > 0) {
      journal.clear(yard, kg, year, layers.getFirst().from(), open);
    }
    return poured(yard, layers, open);
  }

  /// @param open what the yard lacks, each as a move into the account that lacks it
  static List<Move> poured(AccountKey.Origin yard, List<Layer> layers, List<Move> open) {
    List<Move> moves = new ArrayList<>();
    int next = 0;
    long lackingKg = open.isEmpty() ? 0 : open.getFirst().amount();
    for (Layer layer : layers) {
      long restKg = layer.kg();
      while (restKg > 0 && next < open.size()) {
        long part = Math.min(restKg, lackingKg);
        moves.add(new Move(layer.from(), open.get(next).to(), part));
        restKg -= part;
        lackingKg -= part;
        if (lackingKg == 0) {
          next++;
          lackingKg = next < open.size() ? open.get(next).amount() : 0;
        }
      }
      if (restKg > 0) {
        moves.add(
            new Move(
                layer.from(),
                AccountKey.stock(AccountKind.ON_HAND, yard, layer.generationYear()),
                restKg));
      }
    }
    return moves;
  }

  /// Tonnes of one account.
  record Layer(AccountKey from, long kg) {

    int generationYear() {
      return Objects.requireNonNull(from.generationYear());
    }
  }
}
