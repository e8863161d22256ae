import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'

/** What answers with people who work here: pages about them, and lists of whom to give something. */
const LISTS_OF_PEOPLE = ['people', 'pay-items', 'targets']

/** Do something that changes people, say that it is done, and look at everybody again. */
export function useChange(act: () => Promise<unknown>, { done, onDone }: { readonly done: string; readonly onDone: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      void message.success(done)
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => LISTS_OF_PEOPLE.includes(String(first)) })
    },
  })
}
