import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { askAllAgain } from '../../api/ask-again.ts'

/** Do something that changes people, say that it is done, and look at everybody again. */
export function useChange(act: () => Promise<unknown>, { done, onDone }: { readonly done: string; readonly onDone: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      void message.success(done)
      onDone()
      // People are chosen and listed everywhere.
      await askAllAgain(queries)
    },
  })
}
