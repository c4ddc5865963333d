#include "documents/paper.h"

#include "documents/paper_private.h"

void paper_init(struct paper *paper, struct arena *mem)
{
    paper->mem = mem;
    paper->blocks = arena_array(mem, struct paper_block, PAPER_BLOCKS_MAX);
    paper->block_count = paper->signer_count = 0;
    paper->overflow = false;
}

static void add(struct paper *paper, const struct paper_block *block)
{
    if (paper->block_count == PAPER_BLOCKS_MAX) {
        paper->overflow = true;
        return;
    }
    paper->blocks[paper->block_count++] = *block;
}

static void add_text(struct paper *paper, enum paper_block_kind kind, struct text text)
{
    add(paper, &(struct paper_block){.kind = kind, .text = text});
}

void paper_add_section(struct paper *paper, struct text heading)
{
    add_text(paper, PAPER_SECTION, heading);
}

void paper_add_paragraph(struct paper *paper, struct text text)
{
    add_text(paper, PAPER_PARAGRAPH, text);
}

void paper_add_clause(struct paper *paper, struct text text)
{
    add_text(paper, PAPER_CLAUSE, text);
}

void paper_add_note(struct paper *paper, struct text text)
{
    add_text(paper, PAPER_NOTE, text);
}

void paper_add_facts(struct paper *paper, const struct paper_fact *facts, size_t count)
{
    add(paper, &(struct paper_block){.kind = PAPER_FACTS, .facts = facts, .count = count});
}

void paper_add_table(struct paper *paper, const struct paper_table *table)
{
    add(paper, &(struct paper_block){.kind = PAPER_TABLE, .table = *table});
}

void paper_add_page_end(struct paper *paper)
{
    add(paper, &(struct paper_block){.kind = PAPER_PAGE_END});
}

void paper_add_signer(struct paper *paper, const struct paper_signer *signer)
{
    if (paper->signer_count == PAPER_SIGNERS_MAX) {
        paper->overflow = true;
        return;
    }
    paper->signers[paper->signer_count++] = *signer;
}

/* ---- is it within the limits? ---- */

struct inspection {
    size_t rows;
    struct problem *why;
};

static enum rc check_text(const struct inspection *inspection, struct text text, size_t bytes_max)
{
    if (text.bytes > bytes_max) {
        return problem_set(inspection->why, RC_TOO_LARGE,
                           "a text of a document has %zu bytes at most", bytes_max);
    }
    if (!text_utf8(text)) {
        return problem_set(inspection->why, RC_INVALID, "a text of a document is not UTF-8");
    }
    return RC_OK;
}

static enum rc check_table(struct inspection *inspection, const struct paper_table *table)
{
    assert(table->column_count >= 1 && table->column_count <= PAPER_COLUMNS_MAX);
    if (table->row_count > PAPER_ROWS_MAX - inspection->rows) {
        return problem_set(inspection->why, RC_TOO_LARGE, "a document has %d rows at most",
                           PAPER_ROWS_MAX);
    }
    inspection->rows += table->row_count;
    for (size_t i = 0; i < table->column_count; i++) {
        TRY(check_text(inspection, table->columns[i].head, PAPER_CELL_BYTES_MAX));
    }
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const struct paper_row *row = &table->rows[i / table->column_count];
        size_t cell = i % table->column_count;

        if (row->kind == PAPER_ROW_GROUP && cell > 0) continue;
        TRY(check_text(inspection, row->cells[cell], PAPER_CELL_BYTES_MAX));
    }
    return RC_OK;
}

static enum rc check_facts(const struct inspection *inspection, const struct paper_block *block)
{
    if (block->count > PAPER_FACTS_MAX) {
        return problem_set(inspection->why, RC_TOO_LARGE, "a list of facts has %d lines at most",
                           PAPER_FACTS_MAX);
    }
    for (size_t i = 0; i < block->count; i++) {
        TRY(check_text(inspection, block->facts[i].key, PAPER_CELL_BYTES_MAX));
        TRY(check_text(inspection, block->facts[i].value, PAPER_CELL_BYTES_MAX));
    }
    return RC_OK;
}

static enum rc check_frame(const struct inspection *inspection, const struct paper *paper)
{
    const struct text lines[] = {paper->government, paper->agency,         paper->address,
                                 paper->title,      paper->subject,        paper->number,
                                 paper->author,     paper->verify_address, paper->place_and_date,
                                 paper->code};

    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        TRY(check_text(inspection, lines[i], PAPER_CELL_BYTES_MAX));
    }
    for (size_t i = 0; i < paper->signer_count; i++) {
        TRY(check_text(inspection, paper->signers[i].position, PAPER_CELL_BYTES_MAX));
        TRY(check_text(inspection, paper->signers[i].name, PAPER_CELL_BYTES_MAX));
        TRY(check_text(inspection, paper->signers[i].number, PAPER_CELL_BYTES_MAX));
        TRY(check_text(inspection, paper->signers[i].sealed, PAPER_CELL_BYTES_MAX));
    }
    return RC_OK;
}

enum rc paper_check(const struct paper *paper, struct problem *why)
{
    struct inspection inspection = {.why = why};

    if (paper->overflow) {
        return problem_set(why, RC_TOO_LARGE, "a document has %d blocks and %d signers at most",
                           PAPER_BLOCKS_MAX, PAPER_SIGNERS_MAX);
    }
    TRY(check_frame(&inspection, paper));
    for (size_t i = 0; i < paper->block_count; i++) {
        const struct paper_block *block = &paper->blocks[i];

        TRY(check_text(&inspection, block->text, PAPER_TEXT_BYTES_MAX));
        if (block->kind == PAPER_FACTS) TRY(check_facts(&inspection, block));
        if (block->kind == PAPER_TABLE) TRY(check_table(&inspection, &block->table));
    }
    return RC_OK;
}
