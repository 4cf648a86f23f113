package cn.wufei.exchange.stream.profile;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What the organisation's streams are expected to generate in each month of a usual year.
@Factory
class ProfileTable {

  private static final int STREAMS_AT_ONCE = 1_000;

  private final Streams streams;
  private final ProfileStore store;

  ProfileTable(Streams streams, ProfileStore store) {
    this.streams = streams;
    this.store = store;
  }

  /// @param number of the month, from 1
  record Month(StreamRef stream, GenerationProfile profile, int number, long kg) {}

  @Singleton
  ExportTable<Month> generationProfiles() {
    return new OwnTable<>(
        new ExportTable.Title(110, "generation-profiles", "预计产生量", "Generation profiles"),
        new Columns<Month>()
            .id("streamId", "固废流标识", "Stream id", month -> month.stream().id())
            .text("streamName", "固废流", "Stream", month -> month.stream().name())
            .whole("month", "月份", "Month", Month::number)
            .kg("generationKg", "预计产生量", "Expected generation", Month::kg)
            .time("statedAt", "填报时间", "Stated", month -> month.profile().statedAt()),
        this::months);
  }

  private void months(Caller caller, Consumer<Month> sink) {
    Pieces.ofList(
        streams.of(caller.organisationId()),
        STREAMS_AT_ONCE,
        piece -> {
          Map<Id, GenerationProfile> profiles =
              store.ofStreams(piece.stream().map(StreamRef::id).toList());
          for (StreamRef stream : piece) {
            GenerationProfile profile = profiles.get(stream.id());
            if (profile != null) {
              months(stream, profile, sink);
            }
          }
        });
  }

  private static void months(StreamRef stream, GenerationProfile profile, Consumer<Month> sink) {
    List<Long> monthsKg = profile.monthsKg();
    for (int at = 0; at < monthsKg.size(); at++) {
      sink.accept(new Month(stream, profile, at + 1, monthsKg.get(at)));
    }
  }
}
