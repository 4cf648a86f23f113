package cn.wufei.exchange.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What tests the search server, and asks nothing of the database that others do not ask of both:
/// it takes long, and finds on the second what it found on the first.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "wufei.test.database", matches = "mariadb")
public @interface OnOneDatabase {}
