#include "core/monthly_cost.hpp"
#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

namespace portal::server::documents {
namespace {

std::string label(Language language, Text key) {
    return std::string(text(language, key));
}

std::string child_of(Language language, const ContractPapers& papers) {
    const core::Child* child = core::find_child(papers.family, papers.contract.child);
    if (child == nullptr) {
        return {};
    }
    return with(language, Text::contract_child_born,
                {{"name", child->first_name + ' ' + child->last_name}, {"date", day(language, child->birth_date)}});
}

std::string parents_of(const core::Family& family) {
    std::string names;
    for (const core::Guardian& guardian : family.guardians) {
        names += names.empty() ? "" : ", ";
        names += guardian.first_name + ' ' + guardian.last_name;
    }
    return names;
}

std::string payer_of(const core::Family& family) {
    for (const core::Guardian& guardian : family.guardians) {
        if (guardian.pays) {
            return guardian.first_name + ' ' + guardian.last_name;
        }
    }
    return {};
}

std::string signature_of(Language language, const core::ContractDetails* details) {
    if (details == nullptr || !details->signed_on) {
        return {};
    }
    return with(language, Text::contract_signed_by,
                {{"date", day(language, *details->signed_on)}, {"names", details->signed_by}});
}

void write_care(const Making& making, const ContractPapers& papers, Letter& letter) {
    const Language language = making.language;
    const core::PlacementContract& contract = papers.contract;
    const core::CareOffer* offer = core::find_offer(papers.locations, contract.location, contract.care_type);
    const core::ContractPhase phase = core::phase_on(contract, making.today());
    letter.facts({{label(language, Text::contract_number), contract.number},
                  {label(language, Text::contract_phase),
                   named(language, "contract", "phase_" + std::string(core::to_string(phase)))},
                  {label(language, Text::contract_child), child_of(language, papers)},
                  {label(language, Text::contract_address), papers.child_address},
                  {label(language, Text::contract_parents), parents_of(papers.family)},
                  {label(language, Text::contract_payer), payer_of(papers.family)},
                  {label(language, Text::contract_location), offer != nullptr ? offer->location_name : ""},
                  {label(language, Text::contract_lrk), offer != nullptr ? offer->lrk : ""},
                  {label(language, Text::contract_care_type), care(language, contract.care_type)},
                  {label(language, Text::contract_group), contract.group},
                  {label(language, Text::contract_start), day(language, contract.start)},
                  {label(language, Text::contract_end),
                   contract.end ? day(language, *contract.end) : label(language, Text::contract_end_open)},
                  {label(language, Text::contract_weeks), std::to_string(contract.weeks_per_year)}});
}

void write_week(Language language, const core::PlacementContract& contract, Letter& letter) {
    if (contract.week.empty()) {
        return;
    }
    letter.heading(label(language, Text::contract_week));
    std::vector<std::pair<std::string, std::string>> week;
    for (const core::CareMoment& moment : contract.week) {
        week.emplace_back(weekday(language, moment.weekday), moment.time.start.to_string() + " – " +
                                                                 moment.time.end.to_string() + ", " +
                                                                 named(language, "days", core::to_string(moment.days)));
    }
    letter.facts(week);
}

void write_cost(Language language, const core::PlacementContract& contract, Letter& letter) {
    const core::MonthlyCost cost = core::monthly_cost(contract);
    letter.heading(label(language, Text::contract_cost));
    if (cost.parts.empty()) {
        letter.paragraph(with(language, Text::contract_cost_none, {{"rate", euros(language, cost.hourly_rate)}}));
        return;
    }
    letter.facts({{label(language, Text::contract_rate), euros(language, cost.hourly_rate)},
                  {label(language, Text::contract_hours_year), hours(language, cost.year_minutes)},
                  {label(language, Text::contract_hours_month), hours(language, cost.minutes)},
                  {label(language, Text::contract_month_amount),
                   formula(language, cost) + " = " + euros(language, cost.amount)}});
}

void write_terms(Language language, const core::ContractDetails& details, Letter& letter) {
    const auto count = [&](Text key, int number) { return with(language, key, {{"count", std::to_string(number)}}); };
    letter.heading(label(language, Text::contract_terms));
    letter.facts({{label(language, Text::contract_notice),
                   details.notice_months == 1 ? label(language, Text::contract_notice_month)
                                              : count(Text::contract_notice_months, details.notice_months)},
                  {label(language, Text::contract_payment_term),
                   details.direct_debit ? label(language, Text::contract_collected)
                                        : count(Text::contract_payment_days, details.payment_days)},
                  {label(language, Text::contract_cancellation), details.cancellation}});
    for (const core::ContractTerms& terms : details.terms) {
        letter.paragraph(terms.url.empty() ? terms.name : terms.name + " (" + terms.url + ')');
    }
}

}  // namespace

std::string contract_pdf(const Making& making, const ContractPapers& papers) {
    const Language language = making.language;
    Letter letter{making.head, language, with(language, Text::contract_title, {{"number", papers.contract.number}}),
                  making.now};
    write_care(making, papers, letter);
    write_week(language, papers.contract, letter);
    write_cost(language, papers.contract, letter);
    if (papers.details != nullptr) {
        write_terms(language, *papers.details, letter);
    }
    letter.facts({{label(language, Text::contract_signed), signature_of(language, papers.details)}});
    return letter.finish();
}

}  // namespace portal::server::documents
