#include "cmd/founding.h"

void founding_print(FILE *to, const char *account, const struct secret *password)
{
    struct text shown = secret_reveal(password);

    fprintf(to, "\naccount:   %s\npassword:  " TEXT_FORMAT "\n", account, TEXT_ARGUMENT(shown));
    fprintf(to, "\nIt is shown this once, and must be changed at the first sign-in.\n");
}
