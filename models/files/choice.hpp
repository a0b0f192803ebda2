// Enumerations in files: one word per value, from one table that reader, schema and documentation
// share.
//
// For an enumeration to be a value of files, its namespace gives the table, in the order of the
// documentation:
//     std::span<const files::Choice<Method>> choices(Method);
#pragma once

#include "models/files/codec.hpp"

#include <span>
#include <string_view>

namespace reentry::files {

template <class E>
struct Choice {
    E value;
    std::string_view word;
    std::string_view meaning{};  // a clause for the reference; may be empty
};

template <class E>
concept Chosen = std::is_enum_v<E> && requires {
    choices(E{});
};

// The word of a value; empty when the table has none.
template <Chosen E>
std::string_view word_of(E value) {
    for (const auto& choice : choices(E{}))
        if (choice.value == value) return choice.word;
    return {};
}

// All words, in the order of the table.
template <Chosen E>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    for (const auto& choice : choices(E{})) words.emplace_back(choice.word);
    return words;
}

// Index of the node's text among the words; reports and returns nothing when it is none of them.
std::optional<std::size_t> read_choice(const Node& node, const std::vector<std::string>& words,
                                       Reading& reading);
Shape choice_shape(const std::vector<std::string>& words);

template <Chosen E>
struct Codec<E> {
    static Shape shape() {
        Shape shape = choice_shape(words_of<E>());
        for (const auto& choice : choices(E{}))
            shape.words.emplace_back(choice.word, choice.meaning);
        return shape;
    }
    static void read(const Node& node, E& to, Reading& reading) {
        if (const auto index = read_choice(node, words_of<E>(), reading))
            to = choices(E{})[*index].value;
    }
    static std::string write(const E& value) {
        return Codec<std::string>::write(std::string(word_of(value)));
    }
};

}  // namespace reentry::files
