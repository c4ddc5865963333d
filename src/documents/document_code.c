#include "documents/document_code.h"

#include "base/random.h"

enum { GROUP = 4 };

/* Crockford's alphabet: no letter looks like a digit. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static_assert(sizeof alphabet - 1 == 32, "five bits a letter");

static void put(struct document_code *code, size_t index, char letter)
{
    code->s[index + index / GROUP] = letter;
}

static struct document_code empty_code(void)
{
    struct document_code code = {.s = "----"
                                      "-----"
                                      "-----"};

    return code;
}

struct document_code document_code_random(void)
{
    struct document_code code = empty_code();
    unsigned char bytes[DOCUMENT_CODE_LETTERS];

    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < DOCUMENT_CODE_LETTERS; i++) {
        put(&code, i, alphabet[bytes[i] % 32]);
    }
    return code;
}

/* The letter as the alphabet has it, or NUL. */
static char letter_of(char typed)
{
    char letter = typed >= 'a' && typed <= 'z' ? (char)(typed - 'a' + 'A') : typed;

    if (letter == 'O') return '0';
    if (letter == 'I' || letter == 'L') return '1';
    for (size_t i = 0; i < sizeof alphabet - 1; i++) {
        if (alphabet[i] == letter) return letter;
    }
    return '\0';
}

bool document_code_read(struct text text, struct document_code *out_code)
{
    struct document_code code = empty_code();
    struct text typed = text_trim(text);
    size_t count = 0;

    for (size_t i = 0; i < typed.bytes; i++) {
        char letter = letter_of(typed.at[i]);

        if (typed.at[i] == '-' || typed.at[i] == ' ') continue;
        if (letter == '\0' || count == DOCUMENT_CODE_LETTERS) return false;
        put(&code, count++, letter);
    }
    if (count != DOCUMENT_CODE_LETTERS) return false;
    *out_code = code;
    return true;
}
