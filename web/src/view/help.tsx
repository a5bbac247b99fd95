/** What an object is and how it is used: its documentation and its members. */
import type { ViewProps } from "./view-props.ts";
import "./help.css";

export function HelpView({ props }: ViewProps<"help">) {
  const { name, type, value, doc, members } = props;
  return (
    <section className="ts-help-card stHelp" data-testid="stHelp" aria-label={`Help for ${name}`}>
      <p className="ts-help-head">
        <strong data-testid="stHelpName">{name}</strong>{" "}
        <span data-testid="stHelpType">{type}</span>
      </p>
      {value && <pre data-testid="stHelpValue">{value}</pre>}
      <pre data-testid="stHelpDoc">{doc || "No documentation."}</pre>
      {members.length > 0 && (
        <table data-testid="stHelpMembersTable">
          <tbody>
            {members.map((member) => (
              <tr key={member.name} data-testid="stHelpMember">
                <th scope="row">
                  <code>{member.name}</code>
                </th>
                <td>{member.type}</td>
                <td>{member.value ? <code>{member.value}</code> : member.doc}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
