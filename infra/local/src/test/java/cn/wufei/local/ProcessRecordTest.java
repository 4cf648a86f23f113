package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {

  @TempDir Path dir;

  @Test
  void a_record_is_read_as_it_was_written() throws IOException {
    Path file = dir.resolve("search.pid");
    ProcessRecord record =
        new ProcessRecord(
            new ProcessIdentity(4711, 123_456_789, "b0070000-0000-4000-8000-000000000001"),
            "/opt/中文 folder/bin/server --datadir=C:\\x --key=a:b #1");

    record.write(file);

    assertThat(ProcessRecord.read(file)).contains(record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pid=12",
        "pid=twelve\nstartTicks=1\nbootId=x\ncommand=y",
        "pid=12\nstartTicks=1\nbootId=x",
        "pid=12\nstartTicks=1\nbootId=x\ncommand=\\u00zz",
      })
  void a_torn_record_counts_as_none(String content) throws IOException {
    Path file = dir.resolve("search.pid");

    Files.writeString(file, content);

    assertThat(ProcessRecord.read(file)).isEmpty();
  }

  @Test
  void a_missing_record_counts_as_none() {
    assertThat(ProcessRecord.read(dir.resolve("database.pid"))).isEmpty();
  }
}
