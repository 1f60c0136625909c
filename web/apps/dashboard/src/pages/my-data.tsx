import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { choices, matches, type Wanted } from "../data/finding.js";
import { byAttention } from "../data/notices.js";
import { type Holding, useAttributes, useHoldings, useNames } from "../data/queries.js";
import { Button } from "../parts/button.js";
import { Empty, Page } from "../parts/page.js";
import { QueryView } from "../parts/query-view.js";
import { SearchField } from "../parts/search-field.js";
import { SelectField } from "../parts/select-field.js";
import { VirtualList } from "../parts/virtual-list.js";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";
import { AttributeList } from "./attribute-list.js";
import { CredentialCard } from "./credential-card.js";
import { NoticeList } from "./notice-list.js";

const idOf = ({ credential }: Holding) => credential.id;

export function MyDataPage() {
  const query = useHoldings();
  const attributes = useAttributes();
  return (
    <Page title={words.data.title} action={<AddLink />}>
      <QueryView query={query}>{(holdings) => <Holdings holdings={holdings} />}</QueryView>
      {attributes.data && attributes.data.length > 0 && (
        <AttributeList attributes={attributes.data} />
      )}
    </Page>
  );
}

const AddLink = () => (
  <Link className="button plain" to="/add">
    {words.data.add}
  </Link>
);

const NOTHING: Wanted = { q: "", issuer: "", type: "" };

function Holdings({ holdings }: { holdings: readonly Holding[] }) {
  const { config } = usePlace();
  const { q = "", issuer = "", type = "" } = useSearch({ from: "/" });
  const isAll = q === "" && issuer === "" && type === "";
  const navigate = useNavigate({ from: "/" });
  const seek = (wanted: Wanted) =>
    void navigate({
      search: Object.fromEntries(Object.entries(wanted).filter(([, text]) => text !== "")),
      replace: true,
    });
  const names = useNames([
    ...holdings.map(({ credential }) => credential.issuerKey),
    ...holdings.flatMap(({ grants }) => grants.map(({ grantee }) => grantee)),
  ]);
  const found = useMemo(
    () =>
      byAttention(holdings, Date.now()).filter((each) => matches(each, { q, issuer, type }, names)),
    [holdings, q, issuer, type, names],
  );
  const { issuers, types } = useMemo(() => choices(holdings, names), [holdings, names]);
  const card = useCallback(
    (holding: Holding) => <CredentialCard holding={holding} names={names} />,
    [names],
  );
  if (holdings.length === 0) {
    return (
      <Empty
        action={
          <a className="button primary" href={config.issuerUrl} rel="noreferrer">
            {words.data.emptyAction}
          </a>
        }
      >
        {words.data.empty}
      </Empty>
    );
  }
  return (
    <div className="stack">
      <NoticeList holdings={holdings} names={names} />
      <div className="tools">
        <SearchField
          label={words.data.search}
          value={q}
          onChange={(text) => seek({ q: text, issuer, type })}
        />
        <SelectField
          label={words.data.issuer}
          all={words.data.issuers}
          options={issuers}
          value={issuer}
          onChange={(chosen) => seek({ q, issuer: chosen, type })}
        />
        <SelectField
          label={words.data.type}
          all={words.data.types}
          options={types}
          value={type}
          onChange={(chosen) => seek({ q, issuer, type: chosen })}
        />
        <p className="quiet" role="status">
          {isAll
            ? words.data.count(holdings.length)
            : words.data.found(found.length, holdings.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty action={<Button onPress={() => seek(NOTHING)}>{words.data.clear}</Button>}>
          {words.data.nothingFound([q, issuer, type].filter((text) => text !== "").join(", "))}
        </Empty>
      ) : (
        <VirtualList label={words.data.title} items={found} idOf={idOf} height={106} spaced>
          {card}
        </VirtualList>
      )}
    </div>
  );
}
