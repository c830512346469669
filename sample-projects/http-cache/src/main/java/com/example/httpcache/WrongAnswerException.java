package com.example.httpcache;

/** Thrown if the server has given a wrong answer. */
final class WrongAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongAnswerException(String message) {
        super(message);
    }
}
