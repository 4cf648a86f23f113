package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.testing.TestExchange;
import io.micronaut.transaction.SynchronousTransactionManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Loads changed copies of the shipped files. They only add, and what was added is taken back, so
/// that other tests on the same database see nothing of it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceLoadingIT {

  private static final Path SHIPPED = Path.of("..", "seeds", "reference");
  private static final String MATERIAL =
      "moon-dust,月尘,moon dust,SW59,,月壤,regolith,,unknown,clear,moisture,UNSEEN,unverified\n";

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    ReferenceFileTest.copyShipped(folder);
    loadFrom(SHIPPED);
  }

  @AfterEach
  void takeBack() {
    loadFrom(SHIPPED);
    bean(RefreshCatalog.class).refresh();
  }

  @Test
  void unchanged_files_touch_nothing() {
    CatalogData first = loadFrom(SHIPPED);
    CatalogData second = loadFrom(SHIPPED);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void what_comes_from_the_database_is_what_the_files_say() {
    CatalogData stored = loadFrom(SHIPPED);
    CatalogData read = ReferenceLoading.read(SHIPPED);

    assertThat(stored.materials()).isEqualTo(read.materials());
    assertThat(stored.hazardNames()).isEqualTo(read.hazardNames());
    assertThat(stored.freightRates()).isEqualTo(read.freightRates());
    assertThat(stored.materialUses()).isEqualTo(read.materialUses());
    assertThat(List.copyOf(stored.regions().keySet()))
        .isEqualTo(List.copyOf(read.regions().keySet()));
  }

  @Test
  void a_row_that_vanishes_is_retired_and_keeps_its_name() throws IOException {
    Catalog catalog = bean(Catalog.class);
    append("materials.csv", MATERIAL);
    loadFrom(folder);
    bean(RefreshCatalog.class).refresh();
    assertThat(catalog.material("moon-dust")).isNotNull();

    loadFrom(SHIPPED);
    bean(RefreshCatalog.class).refresh();

    assertThat(catalog.material("moon-dust")).isNull();
    assertThat(catalog.materialEver("moon-dust"))
        .isNotNull()
        .extracting(Material::nameZh)
        .isEqualTo("月尘");
  }

  @Test
  void a_retired_row_comes_back_with_what_the_file_says_then() throws IOException {
    append("materials.csv", MATERIAL);
    loadFrom(folder);
    loadFrom(SHIPPED);
    Path file = folder.resolve("materials.csv");
    Files.writeString(file, Files.readString(file).replace("moon dust", "lunar dust"));

    CatalogData data = loadFrom(folder);

    assertThat(data.retiredMaterials()).doesNotContainKey("moon-dust");
    assertThat(data.materials().get("moon-dust"))
        .isNotNull()
        .extracting(Material::nameEn)
        .isEqualTo("lunar dust");
  }

  @Test
  void only_what_changed_is_loaded_again() throws IOException {
    CatalogData before = loadFrom(SHIPPED);
    append("uses.csv", "moon-base,月球基地,moon base,UNSEEN,unverified\n");

    CatalogData after = loadFrom(folder);

    assertThat(after.revision()).isEqualTo(before.revision() + 1);
    assertThat(after.uses()).containsKey("moon-base");
    assertThat(after.datasets().get("uses")).isNotEqualTo(before.datasets().get("uses"));
    assertThat(after.datasets().get("materials")).isEqualTo(before.datasets().get("materials"));
  }

  @Test
  void a_broken_file_changes_nothing() throws IOException {
    CatalogData before = loadFrom(SHIPPED);
    append("materials.csv", MATERIAL);
    append("uses.csv", "moon-base,月球基地\n");

    assertThatThrownBy(() -> loadFrom(folder))
        .isInstanceOf(ReferenceFault.class)
        .hasMessageContaining("uses.csv line ");

    assertThat(loading(SHIPPED).current()).isEqualTo(before);
  }

  @Test
  void a_broken_file_keeps_an_instance_from_starting() throws IOException {
    append("regions.csv", "12,短,short,,UNSEEN,unverified\n");

    assertThatThrownBy(() ->
            TestExchange.get()
                .anotherInstance(Map.of("wufei.reference.dir", folder.toString()))
                .close())
        .hasStackTraceContaining("regions.csv line ");
  }

  @Test
  void instances_that_start_at_once_load_once()
      throws IOException, InterruptedException, ExecutionException {
    long before = loadFrom(SHIPPED).revision();
    append("uses.csv", "moon-base,月球基地,moon base,UNSEEN,unverified\n");
    append("materials.csv", MATERIAL);
    int instances = 6;
    CountDownLatch start = new CountDownLatch(1);
    List<Future<CatalogData>> loads = new ArrayList<>();

    try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
      for (int i = 0; i < instances; i++) {
        loads.add(
            threads.submit(() -> {
              start.await();
              return loadFrom(folder);
            }));
      }
      start.countDown();
    }

    for (Future<CatalogData> load : loads) {
      assertThat(load.get().revision()).isEqualTo(before + 1);
      assertThat(load.get().materials()).containsKey("moon-dust");
    }
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(folder.resolve(file), line, StandardOpenOption.APPEND);
  }

  private static CatalogData loadFrom(Path directory) {
    return loading(directory).load();
  }

  @SuppressWarnings("unchecked")
  private static ReferenceLoading loading(Path directory) {
    return new ReferenceLoading(
        directory.toString(),
        (SynchronousTransactionManager<Connection>) bean(SynchronousTransactionManager.class),
        bean(ReferenceStore.class),
        bean(Clock.class));
  }

  private static <T> T bean(Class<T> type) {
    return TestExchange.get().bean(type);
  }
}
