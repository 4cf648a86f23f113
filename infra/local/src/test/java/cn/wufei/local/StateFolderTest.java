package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir Path dir;

  @Test
  void a_missing_folder_is_made() {
    Path made = StateFolder.prepare(dir.resolve("a/b"), LocalOptions.defaults());

    assertThat(made).isAbsolute().isDirectory();
  }

  @Test
  void a_disk_with_too_little_room_is_refused() {
    LocalOptions greedy = LocalOptions.defaults().withMinimumFreeMb(1L << 40);

    assertThatThrownBy(() -> StateFolder.prepare(dir, greedy))
        .isInstanceOf(LocalServicesException.class)
        .hasMessageMatching(
            "Only \\d+ MB are free on the disk of .*, 1099511627776 MB are needed.*");
  }

  @Test
  void a_file_in_the_way_is_named() throws IOException {
    Path file = Files.createFile(dir.resolve("var"));

    assertThatThrownBy(() -> StateFolder.prepare(file, LocalOptions.defaults()))
        .isInstanceOf(LocalServicesException.class)
        .hasMessageContaining(file.toString());
  }
}
