package cn.wufei.seeds;

import cn.wufei.seeds.Market.Heap;
import cn.wufei.seeds.Market.Stream;
import java.util.ArrayList;
import java.util.List;

/// Six months of trade up to today, fact by fact in the order in which it happened: the same for
/// the same data, seed and minute.
final class HalfYear {

  static final long SEED = 42;

  private HalfYear() {}

  static List<Event> of(Market market, DemoCalendar calendar, long seed) {
    Chance chance = new Chance(seed);
    List<Event> hauled = new Haulage(market, calendar, chance).events();
    List<Event> events = new ArrayList<>(hauled);
    for (Stream stream : market.streams()) {
      events.addAll(new Yard(market, stream, calendar, chance, hauled).events());
    }
    for (Heap heap : market.heaps()) {
      events.addAll(new Receiver(market, heap, calendar, chance).reports(hauled));
    }
    events.sort(Event.ORDER);
    return List.copyOf(events);
  }
}
