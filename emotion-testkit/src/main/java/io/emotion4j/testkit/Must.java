package io.emotion4j.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a backend must do to pass a test; goes on after "The backend must". */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Must {
    String value();
}
