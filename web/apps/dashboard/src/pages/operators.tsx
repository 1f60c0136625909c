import type { Operator } from "@idos/client";
import { useOperators } from "../data/queries.js";
import { Badge } from "../parts/badge.js";
import { Empty, Page } from "../parts/page.js";
import { QueryView } from "../parts/query-view.js";
import { useMe } from "../session/context.js";
import { words } from "../words.js";

export function OperatorsPage() {
  const query = useOperators();
  const me = useMe();
  return (
    <Page title={words.operators.title} lead={words.operators.lead}>
      <QueryView query={query}>
        {(operators) =>
          operators.length === 0 ? (
            <Empty>{words.operators.empty}</Empty>
          ) : (
            <div className="stack">
              <p className="quiet">
                {words.operators.count(operators.length)} · {words.operators.network}{" "}
                <code>{me.idle.chainId}</code>
              </p>
              <ul className="list spaced">
                {operators.map((operator) => (
                  <li key={`${operator.name} ${operator.urls.join(" ")}`}>
                    <OperatorCard operator={operator} />
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}

function OperatorCard({ operator }: { operator: Operator }) {
  const { name, country, urls, height, healthy, is_this_node: isThisNode } = operator;
  return (
    <article className="card row">
      <div className="row-main">
        <h2>{name}</h2>
        <span className="quiet">{countryName(country)}</span>
        <span className="quiet">{urls.join(", ")}</span>
      </div>
      <div className="row-side">
        {healthy ? (
          <Badge icon="valid" tone="good">
            {words.operators.healthy}
          </Badge>
        ) : (
          <Badge icon="warning" tone="danger">
            {words.operators.unwell}
          </Badge>
        )}
        <span className="quiet">{words.operators.height(height)}</span>
        {isThisNode && <span className="quiet">{words.operators.answers}</span>}
      </div>
    </article>
  );
}

const regions = new Intl.DisplayNames("en", { type: "region" });

function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}
