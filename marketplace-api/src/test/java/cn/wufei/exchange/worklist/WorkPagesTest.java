package cn.wufei.exchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkPagesTest {

  private static final List<WorkItem> ALL =
      List.of(item(3, "c"), item(1, "b"), item(2, "a"), item(1, "a"), item(4, "a"));

  @Test
  void pages_follow_the_order_of_subjects_and_show_each_item_once() {
    List<String> keys = new ArrayList<>();
    @Nullable Id after = null;
    int pages = 0;
    do {
      Page<WorkItem> page = WorkPages.of(ALL, after, 2);
      page.items().forEach(item -> keys.add(item.subjectId().value() + item.key()));
      after = page.next() == null ? null : Id.parse(page.next());
      pages++;
    } while (after != null);

    assertThat(keys).containsExactly("1a", "1b", "2a", "3c", "4a");
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void what_belongs_to_one_subject_is_not_parted() {
    assertThat(WorkPages.of(ALL, null, 1).items()).hasSize(2);
  }

  @Test
  void a_page_after_the_last_is_empty() {
    assertThat(WorkPages.of(ALL, Id.of(4), 2).items()).isEmpty();
    assertThat(WorkPages.of(ALL, Id.of(3), 1).next()).isNull();
  }

  private static WorkItem item(long subject, String key) {
    return WorkItem.of(WorkKind.UNLISTED, Id.of(subject), "x").key(key).build();
  }
}
