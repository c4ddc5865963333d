/* The agencies, put in the order of the tree. */
#include "base/mem.h"
#include "people/directory_private.h"
#include "rules/zone.h"

static const char sql_agencies[] =
    "SELECT code, parent, name, short, kind, zone, latitude, longitude, pattern, withdrawn"
    "  FROM agency WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY code, tick, lane, log_position";

/* An agency as read, by code; the tree is made of these links. */
struct node {
    struct directory_agency agency;
    struct text parent_code;
    int32_t parent; /* nodes, or NONE */
    int32_t first_child;
    int32_t next_sibling;
    int32_t place; /* where it goes in the order of the tree; NONE: not yet */
    bool withdrawn;
};

static void read_agency(struct loader *loader, const struct db_rows *row)
{
    struct node *nodes = loader->rows.at;
    size_t count = loader->rows.count;
    struct node *node;
    struct text short_name = loader_text(loader, db_text(row, 3));

    if (count > 0 && text_equal(nodes[count - 1].agency.code, db_text(row, 0))) {
        node = &nodes[count - 1];
    } else {
        node = rows_add(&loader->rows, sizeof *node);
        node->agency.code = loader_text(loader, db_text(row, 0));
    }
    node->parent_code = loader_shared(loader, db_text(row, 1));
    node->agency.name = loader_text(loader, db_text(row, 2));
    node->agency.short_name = short_name.bytes ? short_name : node->agency.name;
    node->agency.kind = loader_shared(loader, db_text(row, 4));
    node->agency.own_zone = loader_shared(loader, db_text(row, 5));
    node->agency.has_place = !db_is_null(row, 6) && !db_is_null(row, 7);
    node->agency.latitude = db_real(row, 6);
    node->agency.longitude = db_real(row, 7);
    node->agency.own_pattern = loader_shared(loader, db_text(row, 8));
    node->withdrawn = db_int(row, 9) != 0;
}

static void drop_withdrawn(struct rows *rows)
{
    struct node *nodes = rows->at;
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++) {
        if (!nodes[i].withdrawn) nodes[kept++] = nodes[i];
    }
    rows->count = kept;
}

/* An agency whose parent is gone hangs below the government. */
static void link_nodes(struct node *nodes, size_t count, int32_t *first_root)
{
    CLEANUP(map_free) struct map *by_code = map_new();

    for (size_t i = 0; i < count; i++) {
        map_put(by_code, nodes[i].agency.code, (uint32_t)i);
        nodes[i].first_child = NONE;
        nodes[i].place = NONE;
    }
    *first_root = NONE;
    for (size_t i = count; i-- > 0;) { /* backwards, so that lists run forwards */
        uint32_t parent = 0;
        bool found = map_find(by_code, nodes[i].parent_code, &parent);
        int32_t *list = found ? &nodes[parent].first_child : first_root;

        nodes[i].parent = found ? (int32_t)parent : NONE;
        nodes[i].next_sibling = *list;
        *list = (int32_t)i;
    }
}

/* The next one in preorder: the first child, else the next sibling of the
 * nearest ancestor that has one. */
static int32_t next_of(const struct node *nodes, int32_t at)
{
    if (nodes[at].first_child != NONE) return nodes[at].first_child;
    while (at != NONE && nodes[at].next_sibling == NONE) {
        at = nodes[at].parent;
    }
    return at == NONE ? NONE : nodes[at].next_sibling;
}

static void inherit(struct directory *directory, struct directory_agency *agency)
{
    const struct directory_agency *parent =
        agency->parent == NONE ? NULL : &directory->agencies[agency->parent];
    enum zone zone = ZONE_WIB;

    agency->depth = parent ? parent->depth + 1 : 0;
    agency->pattern = agency->own_pattern;
    if (!agency->pattern.bytes && parent) agency->pattern = parent->pattern;
    agency->zone = parent ? parent->zone : directory->government_zone;
    agency->offset_minutes = parent ? parent->offset_minutes : directory->offset_minutes;
    if (!zone_parse(agency->own_zone, &zone)) return;
    agency->zone = text_of(zone_word(zone));
    agency->offset_minutes = zone_offset_minutes(zone);
}

/* Put the nodes in order.  The register refuses cycles; what one hid would
 * not be reached and so not be in the directory. */
static void place_nodes(struct loader *loader,
                        struct node *nodes,
                        int32_t first_root,
                        struct directory_agency *agencies)
{
    struct directory *directory = loader->directory;

    for (int32_t at = first_root; at != NONE; at = next_of(nodes, at)) {
        struct directory_agency *agency = &agencies[directory->agency_count];

        *agency = nodes[at].agency;
        nodes[at].place = (int32_t)directory->agency_count++;
        agency->parent = nodes[at].parent == NONE ? NONE : nodes[nodes[at].parent].place;
        inherit(directory, agency);
        map_put(directory->own->agencies, agency->code, (uint32_t)nodes[at].place);
    }
}

/* The last agency below ends where the tree comes back to the same depth. */
static void mark_ends(struct directory_agency *agencies, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        if (agencies[i].end == 0) agencies[i].end = (int32_t)i + 1;
        if (agencies[i].parent == NONE) continue;
        if (agencies[agencies[i].parent].end < agencies[i].end) {
            agencies[agencies[i].parent].end = agencies[i].end;
        }
    }
}

enum rc loader_agencies(struct loader *loader)
{
    struct directory *directory = loader->directory;
    struct directory_agency *agencies = NULL;
    int32_t first_root = NONE;

    TRY(loader_read(loader, sql_agencies, LOADER_AS_OF, read_agency));
    drop_withdrawn(&loader->rows);
    if (loader->rows.count == 0) return RC_OK;
    link_nodes(loader->rows.at, loader->rows.count, &first_root);
    agencies = mem_alloc(loader->rows.count, sizeof *agencies);
    directory->agencies = agencies;
    place_nodes(loader, loader->rows.at, first_root, agencies);
    mark_ends(agencies, directory->agency_count);
    rows_done(&loader->rows);
    return RC_OK;
}
