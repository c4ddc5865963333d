// What is asked of the server about what comes after an inspection; every act answers with the list it changed.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Reports = Schemas['InspectionReports'];
export type Report = Schemas['InspectionReport'];
export type ReportsAsked = Schemas['InspectionReportsAsked'];
export type ReportNote = Schemas['InspectionWrittenReport'];
export type FollowUps = Schemas['InspectionFollowUps'];
export type Unexplained = Schemas['InspectionUnexplained'];
export type Choosing = Schemas['InspectionFollowUp'];
export type Path = Choosing['path'];
export type After = Schemas['InspectionAfter'];
export type Amendment = Schemas['InspectionAmendment'];
export type NewAmendment = Schemas['NewInspectionAmendment'];
export type OwedReport = Schemas['OwedReport'];

const of = (inspection: string) => ({ params: { path: { inspection } } });

export const readReports = (inspection: string): Promise<Reports> =>
  answer(http.GET('/api/inspections/{inspection}/written-reports', of(inspection)));
export const askReports = (inspection: string, body: ReportsAsked): Promise<Reports> =>
  answer(http.POST('/api/inspections/{inspection}/written-reports', { ...of(inspection), body }));
export const noteReports = (inspection: string, body: ReportNote): Promise<Reports> =>
  answer(
    http.POST('/api/inspections/{inspection}/written-reports/notes', { ...of(inspection), body }),
  );

export const readFollowUps = (inspection: string): Promise<FollowUps> =>
  answer(http.GET('/api/inspections/{inspection}/follow-ups', of(inspection)));
export const choosePath = (inspection: string, body: Choosing): Promise<FollowUps> =>
  answer(http.POST('/api/inspections/{inspection}/follow-ups', { ...of(inspection), body }));

export const readAfter = (inspection: string): Promise<After> =>
  answer(http.GET('/api/inspections/{inspection}/after', of(inspection)));
export const amend = (inspection: string, body: NewAmendment): Promise<After> =>
  answer(http.POST('/api/inspections/{inspection}/amendments', { ...of(inspection), body }));

export const readOwed = async (): Promise<OwedReport[]> =>
  (await answer(http.GET('/api/written-reports'))).reports;
