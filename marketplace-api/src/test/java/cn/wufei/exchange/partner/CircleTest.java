package cn.wufei.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CircleTest {

  private static final Id OWN = Id.of(1);
  private static final Id OTHER = Id.of(2);

  private static Circle circle(Set<Id> apart, Set<Id> approves, Set<Id> approvedBy) {
    return new Circle(OWN, false, apart, approves, approvedBy);
  }

  @Test
  void strangers_meet_and_are_not_approved() {
    Circle strangers = circle(Set.of(), Set.of(), Set.of());

    assertThat(strangers.sees(OTHER, false)).isTrue();
    assertThat(strangers.sees(OTHER, true)).isFalse();
    assertThat(strangers.joins(OWN, OTHER, false)).isTrue();
    assertThat(strangers.joins(OWN, OTHER, true)).isFalse();
    assertThat(strangers.joins(OTHER, OWN, false)).isTrue();
    assertThat(strangers.joins(OTHER, OWN, true)).isFalse();
  }

  @Test
  void an_approval_counts_for_the_one_direction_in_which_it_was_given() {
    Circle seller = circle(Set.of(), Set.of(OTHER), Set.of());
    Circle buyer = circle(Set.of(), Set.of(), Set.of(OTHER));

    assertThat(seller.joins(OWN, OTHER, true)).isTrue();
    assertThat(seller.joins(OTHER, OWN, true)).isFalse();
    assertThat(seller.sees(OTHER, true)).isFalse();
    assertThat(buyer.joins(OTHER, OWN, true)).isTrue();
    assertThat(buyer.joins(OWN, OTHER, true)).isFalse();
    assertThat(buyer.sees(OTHER, true)).isTrue();
  }

  @Test
  void who_is_kept_away_is_so_whatever_was_approved() {
    Circle both = circle(Set.of(OTHER), Set.of(OTHER), Set.of(OTHER));

    assertThat(both.sees(OTHER, false)).isFalse();
    assertThat(both.sees(OTHER, true)).isFalse();
    assertThat(both.joins(OWN, OTHER, false)).isFalse();
    assertThat(both.joins(OTHER, OWN, true)).isFalse();
  }

  @Test
  void everybody_sees_the_own_and_an_authority_everything() {
    assertThat(circle(Set.of(), Set.of(), Set.of()).sees(OWN, true)).isTrue();
    assertThat(Circle.ofAll(OWN).sees(OTHER, true)).isTrue();
  }
}
