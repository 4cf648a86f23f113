package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The demo speaks in the keys of the reference data beside it.
final class ReferenceKeysTest {

  private final DemoData data = DemoFiles.read();
  private final Market market = data.market();

  @Test
  void every_material_is_in_the_catalog_and_of_that_class() {
    Set<String> materials = keys("materials");

    assertThat(market.streams())
        .extracting(Market.Stream::materialKey)
        .allMatch(materials::contains);
    assertThat(market.demands()).allMatch(demand -> materials.containsAll(demand.materialKeys()));
    assertThat(data.stockpiles()).extracting(Stockpile::materialKey).allMatch(materials::contains);
    assertThat(market.streams())
        .allSatisfy(stream ->
            assertThat(lines("materials"))
                .anyMatch(line ->
                    line.startsWith(stream.materialKey() + ",")
                        && line.contains("," + stream.classCode() + ",")));
  }

  @Test
  void every_quality_parameter_and_use_is_in_the_catalog() {
    Set<String> parameters = keys("parameters");
    Set<String> uses = keys("uses");

    assertThat(
            Stream.concat(
                market.lots().stream().flatMap(lot -> lot.qualities().stream()),
                market.demands().stream().flatMap(demand -> demand.ranges().stream())))
        .extracting(Market.Range::parameter)
        .allMatch(parameters::contains);
    assertThat(market.demands()).extracting(Market.Demand::use).allMatch(uses::contains);
    assertThat(market.heaps()).extracting(Market.Heap::use).allMatch(uses::contains);
  }

  @Test
  void every_region_is_in_the_catalog() {
    Set<String> regions = keys("regions");

    assertThat(data.participants()).extracting(Participant::adcode).allMatch(regions::contains);
    assertThat(data.participants().stream().flatMap(p -> p.sites().stream()))
        .extracting(Participant.Place::adcode)
        .allMatch(regions::contains);
  }

  /// The first column.
  private static Set<String> keys(String dataset) {
    return lines(dataset).stream()
        .map(line -> line.substring(0, line.indexOf(",")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> lines(String dataset) {
    try (Stream<String> lines = Files.lines(Path.of("reference", dataset + ".csv"))) {
      return lines.filter(line -> !line.startsWith("#")).skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
